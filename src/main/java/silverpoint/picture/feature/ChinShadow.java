package silverpoint.picture.feature;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.Relighting;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.tracing.LineParts;

/**
 * Edges of shadows and creases on chin and throat, which run along the border of the face: drawn,
 * they give everybody a double chin. The sides of the neck, which come down from the jaw, and what
 * is not skin on both sides, such as collars and ties, stay.
 */
public final class ChinShadow {
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

  /** A line's direction is taken over so many points to both sides. */
  private static final int REACH = 3;

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
  private final Hue cheeks;

  public ChinShadow(RgbImage crop, FaceMesh mesh) {
    this.crop = crop;
    oval = mesh.polygon(FaceRegion.OVAL);
    Point chin = mesh.point(152);
    upright = Affine.translation(-chin.x(), -chin.y()).then(Affine.rotation(-mesh.rollRadians()));
    widthPx = mesh.widthPx();
    List<Hue> hues = Arrays.stream(CHEEKS).mapToObj(vertex -> hue(mesh.point(vertex))).toList();
    cheeks = new Hue(mean(hues, Hue::red), mean(hues, Hue::blue));
  }

  private static double mean(List<Hue> hues, ToDoubleFunction<Hue> share) {
    return hues.stream().mapToDouble(share).average().orElseThrow();
  }

  /** Red and blue as shares of all light. */
  private record Hue(double red, double blue) {}

  private Hue hue(Point at) {
    double[] light = new double[3];
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int x = Math.clamp((int) at.x() + dx, 0, crop.width() - 1);
        int y = Math.clamp((int) at.y() + dy, 0, crop.height() - 1);
        for (int c = 0; c < 3; c++) {
          light[c] += Relighting.linear(crop.at(x, y, c) / 255.0);
        }
      }
    }
    double all = Math.max(1e-3, light[0] + light[1] + light[2]);
    return new Hue(light[0] / all, light[2] / all);
  }

  private boolean isSkin(Point at) {
    Hue hue = hue(at);
    double redder = hue.red - cheeks.red;
    double bluer = hue.blue - cheeks.blue;
    return redder > -COOLER && redder < WARMER && bluer < COOLER && bluer > -WARMER;
  }

  /** The lines without what lies in the shadow of the chin. */
  public List<Polyline> without(List<Polyline> lines, double lineWidthPx) {
    return lines.stream()
        .flatMap(line -> without(line, LEAST_REST_LINE_WIDTHS * lineWidthPx).stream())
        .toList();
  }

  private List<Polyline> without(Polyline line, double leastRestPx) {
    List<Point> points = line.resampled(SPACING_PX);
    Set<Point> shadow = new HashSet<>();
    for (int i = 0; i < points.size(); i++) {
      if (isShadow(
          points.get(i),
          points
              .get(Math.min(i + REACH, points.size() - 1))
              .minus(points.get(Math.max(i - REACH, 0))))) {
        shadow.add(points.get(i));
      }
    }
    return shadow.isEmpty()
        ? List.of(line)
        : LineParts.of(points, point -> !shadow.contains(point), leastRestPx);
  }

  private boolean isShadow(Point at, Point along) {
    Point flat = upright.apply(at.plus(along)).minus(upright.apply(at));
    if (Math.abs(flat.y()) >= RISE * Math.abs(flat.x()) || !isAlongChin(at)) {
      return false;
    }
    Point beside =
        new Point(-along.y(), along.x()).times(BESIDE * widthPx / Math.max(1e-6, along.norm()));
    return isSkin(at.plus(beside)) && isSkin(at.minus(beside));
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
