package silverpoint.tone;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.face.FaceRegion;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;
import silverpoint.image.Relighting;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.Sitter;

/**
 * Dark hair as a mass: long lines along its flow, the closer the darker it is against the sitter's
 * own skin. Highlights, blond and white hair stay paper.
 */
public final class HairTone {
  /** The brows and what is below them are the face. */
  private static final double ABOVE_BROWS = 0.02;

  private static final ToneSettings.Hair SETTINGS = ToneSettings.defaults().hair();

  private final FlowField flow;
  private final Mask region;
  private final GrayImage spacingPx;
  private final double lineWidthPx;

  private HairTone(FlowField flow, Mask region, GrayImage spacingPx, double lineWidthPx) {
    this.flow = flow;
    this.region = region;
    this.spacingPx = spacingPx;
    this.lineWidthPx = lineWidthPx;
  }

  /** The dark hair of all sitters. */
  public static HairTone of(Portrait portrait, double lineWidthPx) {
    GrayImage luma = portrait.crop().luma();
    GrayImage lightness = lightness(luma).blurred(SETTINGS.blurLineWidths() * lineWidthPx);
    int width = luma.width();
    boolean[] hair = new boolean[width * luma.height()];
    float[] spacing = new float[hair.length];
    Arrays.fill(spacing, (float) (SETTINGS.wideLineWidths() * lineWidthPx));
    for (Sitter sitter : portrait.sitters()) {
      if (sitter.mesh().isPresent()) {
        mark(portrait, sitter.mesh().get(), lightness, lineWidthPx, hair, spacing);
      }
    }
    Mask region =
        fromAbove(
            new Mask(width, luma.height(), hair).opened(SETTINGS.leastHalfWidth() * lineWidthPx),
            portrait);
    widen(spacing, region, lineWidthPx);
    return new HairTone(
        FlowField.of(luma).towards(SETTINGS.roundness(), point -> fromNearestFace(point, portrait)),
        region,
        new GrayImage(width, luma.height(), spacing).blurred(lineWidthPx),
        lineWidthPx);
  }

  /** Much hair is drawn with wider spacing, so that nobody waits for it. */
  private static void widen(float[] spacingPx, Mask region, double lineWidthPx) {
    boolean[] hair = region.toArray();
    double lengthPx = 0;
    for (int i = 0; i < hair.length; i++) {
      lengthPx += hair[i] ? 1 / spacingPx[i] : 0;
    }
    double times = Math.max(1, lengthPx / (SETTINGS.mostLineWidths() * lineWidthPx));
    for (int i = 0; i < spacingPx.length; i++) {
      spacingPx[i] *= (float) times;
    }
  }

  /** Unit vector away from the nearest face: hair lies around it where it shows no locks. */
  private static Point fromNearestFace(Point at, Portrait portrait) {
    Point nearest =
        portrait.meshes().stream()
            .map(mesh -> mesh.point(168))
            .min(Comparator.comparingDouble(at::distanceTo))
            .orElse(at);
    Point away = at.minus(nearest);
    return away.times(1 / Math.max(1e-6, away.norm()));
  }

  /** Without what does not come down from above somebody's eyes: dark cloth on the shoulders. */
  private static Mask fromAbove(Mask region, Portrait portrait) {
    int[] component = region.components();
    boolean[] hangs = new boolean[component.length + 1];
    double eyes =
        portrait.meshes().stream().mapToDouble(mesh -> mesh.point(168).y()).max().orElse(0);
    for (int i = 0; i < component.length; i++) {
      int row = i / region.width();
      hangs[component[i]] |= row < eyes;
    }
    boolean[] kept = new boolean[component.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = component[i] > 0 && hangs[component[i]];
    }
    return new Mask(region.width(), region.height(), kept);
  }

  /** Whether most of a line lies in dark hair, which its own lines show. */
  public boolean holds(Polyline linePx) {
    return 2
            * linePx.points().stream()
                .filter(point -> region.at((int) point.x(), (int) point.y()))
                .count()
        > linePx.points().size();
  }

  /**
   * Lines along the hair.
   *
   * @param toContour distance of each place to the nearest line of the drawing, px
   */
  public List<Polyline> strokes(GrayImage toContour) {
    boolean[] free = region.toArray();
    for (int i = 0; i < free.length; i++) {
      free[i] &=
          toContour.at(i % region.width(), i / region.width())
              > SETTINGS.seamLineWidths() * lineWidthPx;
    }
    return new Streamlines(
            flow,
            new Mask(region.width(), region.height(), free)
                .opened(SETTINGS.leastHalfWidth() * lineWidthPx),
            spacingPx,
            widestPx(),
            SETTINGS.shortestLineWidths() * lineWidthPx)
        .lines();
  }

  private double widestPx() {
    double widest = 0;
    for (float spacing : spacingPx.toArray()) {
      widest = Math.max(widest, spacing);
    }
    return widest;
  }

  private static void mark(
      Portrait portrait,
      FaceMesh mesh,
      GrayImage lightness,
      double lineWidthPx,
      boolean[] hair,
      float[] spacing) {
    double skin = skin(mesh, lightness);
    double depth = SETTINGS.pale() - SETTINGS.black();
    double faceWidthPx = FaceDarkness.faceWidthPx(mesh);
    double chin = mesh.point(152).y();
    double brows = Math.min(mesh.point(105).y(), mesh.point(334).y()) - ABOVE_BROWS * faceWidthPx;
    Polygon oval = mesh.polygon(FaceRegion.OVAL);
    Box around = oval.bounds().inset(-SETTINGS.reachAbove() * faceWidthPx);
    double eyes = mesh.point(168).y();
    for (int y = 0; y < lightness.height(); y++) {
      for (int x = 0; x < lightness.width(); x++) {
        Point at = new Point(x + 0.5, y + 0.5);
        double share = lightness.at(x, y) / skin;
        if (share < SETTINGS.pale()
            && portrait.person().at(x, y) > 0.5
            && portrait.vignette().at(x, y) > 0.5
            && at.y() < chin
            && around.contains(at)
            && (at.y() < brows || !oval.contains(at))
            && oval.reaches(at, reach(at, eyes, chin) * faceWidthPx)) {
          int i = y * lightness.width() + x;
          hair[i] = true;
          spacing[i] = (float) (lineWidthPx * spacingLineWidths((SETTINGS.pale() - share) / depth));
        }
      }
    }
  }

  /** Distance of lines by the darkness of the hair, 0 pale to 1 black. */
  private static double spacingLineWidths(double darkness) {
    double towards = Math.clamp(darkness, 0, 1);
    return SETTINGS.wideLineWidths()
        + (SETTINGS.closeLineWidths() - SETTINGS.wideLineWidths()) * towards;
  }

  private static double reach(Point at, double eyes, double chin) {
    double down = Math.clamp((at.y() - eyes) / Math.max(1, chin - eyes), 0, 1);
    return SETTINGS.reachAbove() + (SETTINGS.reachAtChin() - SETTINGS.reachAbove()) * down;
  }

  /** The middle lightness of the cheeks and the nose. */
  private static double skin(FaceMesh mesh, GrayImage lightness) {
    double left = mesh.point(50).x();
    double right = mesh.point(280).x();
    double top = mesh.point(197).y();
    double bottom = mesh.point(0).y();
    int columns = 24;
    double[] samples = new double[columns * columns];
    for (int i = 0; i < samples.length; i++) {
      double x = left + (right - left) * (i % columns + 0.5) / columns;
      double y = top + (bottom - top) * (i / columns + 0.5) / columns;
      samples[i] = lightness.sample(new Point(x, y));
    }
    Arrays.sort(samples);
    return Math.max(0.05, samples[samples.length / 2]);
  }

  /** CIE L* of luma, 0..1; the same for a grey picture. */
  private static GrayImage lightness(GrayImage luma) {
    float[] lightness = luma.toArray();
    for (int i = 0; i < lightness.length; i++) {
      lightness[i] = (float) FaceDarkness.lightness(Relighting.linear(lightness[i]));
    }
    return new GrayImage(luma.width(), luma.height(), lightness);
  }
}
