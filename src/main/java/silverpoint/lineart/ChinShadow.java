package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.face.FaceRegion;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.Relighting;
import silverpoint.image.RgbImage;

/**
 * Edges of shadows and creases on chin and throat, which run along the border of the face: drawn,
 * they give everybody a double chin. The sides of the neck, which come down from the jaw, and what
 * is not skin on both sides, such as collars and ties, stay.
 */
final class ChinShadow {
  /** From the border of the face to where collars begin, face widths. */
  private static final double FROM = 0.03;

  private static final double TO = 0.27;

  /** The shade of the chin itself begins so far inside the border. */
  private static final double INSIDE = 0.075;

  /** To the sides of the chin, face widths. */
  private static final double ASIDE = 0.32;

  private static final double ABOVE_CHIN = 0.12;

  /** Most rise of a line along the chin: steeper ones are the neck's. */
  private static final double RISE = 0.8;

  private static final double SPACING_PX = 1;

  /** What is beside a line is looked at so far away, face widths. */
  private static final double BESIDE = 0.03;

  /** How far red and blue, as shares of all light, may be beside the cheeks', cooler and warmer. */
  private static final double COOLER = 0.055;

  /** Skin in the shade is lit by skin. */
  private static final double WARMER = 0.14;

  private static final int[] CHEEKS = {50, 117, 205, 280, 346, 425};

  /** Shorter rests are dropped with it, line widths. */
  private static final double LEAST_REST_LINE_WIDTHS = 6;

  private final Polygon oval;
  private final Affine upright;
  private final double widthPx;
  private final RgbImage crop;
  private final double red;
  private final double blue;

  ChinShadow(RgbImage crop, FaceMesh mesh) {
    this.crop = crop;
    oval = mesh.polygon(FaceRegion.OVAL);
    Point chin = mesh.point(152);
    upright = Affine.translation(-chin.x(), -chin.y()).then(Affine.rotation(-mesh.rollRadians()));
    widthPx = mesh.widthPx();
    red = cheeks(mesh, 0);
    blue = cheeks(mesh, 2);
  }

  private double cheeks(FaceMesh mesh, int channel) {
    return Arrays.stream(CHEEKS)
        .mapToDouble(vertex -> share(mesh.point(vertex), channel))
        .average()
        .orElseThrow();
  }

  /** A channel's share of all light around a place. */
  private double share(Point at, int channel) {
    double of = 0;
    double all = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int x = Math.clamp((int) at.x() + dx, 0, crop.width() - 1);
        int y = Math.clamp((int) at.y() + dy, 0, crop.height() - 1);
        for (int c = 0; c < 3; c++) {
          double light = Relighting.linear(crop.at(x, y, c) / 255.0);
          all += light;
          of += c == channel ? light : 0;
        }
      }
    }
    return of / Math.max(1e-3, all);
  }

  private boolean isSkin(Point at) {
    double redder = share(at, 0) - red;
    double bluer = share(at, 2) - blue;
    return redder > -COOLER && redder < WARMER && bluer < COOLER && bluer > -WARMER;
  }

  /** The lines without what lies in the shadow of the chin. */
  List<Polyline> without(List<Polyline> lines, double lineWidthPx) {
    List<Polyline> left = new ArrayList<>();
    for (Polyline line : lines) {
      left.addAll(without(line, LEAST_REST_LINE_WIDTHS * lineWidthPx));
    }
    return left;
  }

  private List<Polyline> without(Polyline line, double leastRestPx) {
    List<Point> points = line.resampled(SPACING_PX);
    List<Polyline> rests = new ArrayList<>();
    List<Point> rest = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < points.size(); i++) {
      Point along =
          upright
              .apply(points.get(Math.min(i + 3, points.size() - 1)))
              .minus(upright.apply(points.get(Math.max(i - 3, 0))));
      boolean flat = Math.abs(along.y()) < RISE * Math.abs(along.x());
      if (flat && isAlongChin(points.get(i)) && isOnSkin(points, i)) {
        whole = false;
        add(rest, leastRestPx, rests);
        rest = new ArrayList<>();
      } else {
        rest.add(points.get(i));
      }
    }
    add(rest, leastRestPx, rests);
    return whole ? List.of(line) : rests;
  }

  private boolean isOnSkin(List<Point> points, int i) {
    Point along =
        points.get(Math.min(i + 3, points.size() - 1)).minus(points.get(Math.max(i - 3, 0)));
    double norm = Math.max(1e-6, along.norm());
    Point beside = new Point(-along.y(), along.x()).times(BESIDE * widthPx / norm);
    return isSkin(points.get(i).plus(beside)) && isSkin(points.get(i).minus(beside));
  }

  private static void add(List<Point> rest, double leastRestPx, List<Polyline> rests) {
    if (rest.size() > 1 && new Polyline(rest).length() >= leastRestPx) {
      rests.add(new Polyline(rest));
    }
  }

  private boolean isAlongChin(Point point) {
    Point at = upright.apply(point);
    if (Math.abs(at.x()) > ASIDE * widthPx || at.y() < -ABOVE_CHIN * widthPx) {
      return false;
    }
    double away = oval.distanceToBorder(point) / widthPx;
    return oval.contains(point) ? away < INSIDE : away > FROM && away < TO;
  }
}
