package silverpoint.picture.tone;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.Relighting;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;

/**
 * Dark hair as a mass of long lines along its flow, the closer the darker it is against the
 * sitter's own skin; beside the features also where it hangs into the face. Highlights, blond and
 * white hair stay paper, and so does shaded skin: short lines on a cheek look like scars.
 */
public final class Shading {
  /** The brows and what is below them are the face. */
  private static final double ABOVE_BROWS = 0.02;

  private static final ToneSettings.Shading SETTINGS = ToneSettings.defaults().shading();

  private final FlowField flow;
  private final Mask region;
  private final GrayImage toOutside;
  private final GrayImage spacingPx;
  private final double lineWidthPx;

  private Shading(FlowField flow, Mask region, GrayImage spacingPx, double lineWidthPx) {
    this.flow = flow;
    this.region = region;
    toOutside = region.inverted().distanceToSet();
    this.spacingPx = spacingPx;
    this.lineWidthPx = lineWidthPx;
  }

  /** The dark hair of all sitters. */
  public static Shading of(Portrait portrait, double lineWidthPx) {
    GrayImage luma = portrait.crop().luma();
    GrayImage lightness = lightness(luma).blurred(SETTINGS.blurLineWidths() * lineWidthPx);
    Marks marks = new Marks(luma.width(), luma.height(), lineWidthPx);
    for (Sitter sitter : portrait.sitters()) {
      sitter.mesh().ifPresent(mesh -> marks.add(portrait, mesh, lightness));
    }
    Mask region = marks.region(portrait);
    widen(marks.spacingPx, region, lineWidthPx);
    return new Shading(
        FlowField.of(luma).towards(SETTINGS.roundness(), point -> fromNearestFace(point, portrait)),
        region,
        new GrayImage(luma.width(), luma.height(), marks.spacingPx).blurred(lineWidthPx),
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

  /** Whether a place lies well within, where these lines show all that is to be seen. */
  public boolean holds(Point px) {
    return toOutside.sample(px) > SETTINGS.borderLineWidths() * lineWidthPx;
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

  /** Which places are dark, and how far from each other the lines are there. */
  private static final class Marks {
    private final int width;
    private final double lineWidthPx;
    private final boolean[] dark;
    private final boolean[] isInFace;
    private final float[] spacingPx;

    Marks(int width, int height, double lineWidthPx) {
      this.width = width;
      this.lineWidthPx = lineWidthPx;
      dark = new boolean[width * height];
      isInFace = new boolean[dark.length];
      spacingPx = new float[dark.length];
      Arrays.fill(spacingPx, (float) (SETTINGS.wideLineWidths() * lineWidthPx));
    }

    void add(Portrait portrait, FaceMesh mesh, GrayImage lightness) {
      double skin = skin(mesh, lightness);
      double faceWidthPx = FaceDarkness.faceWidthPx(mesh);
      double eyes = mesh.point(168).y();
      double chin = mesh.point(152).y();
      double brows = Math.min(mesh.point(105).y(), mesh.point(334).y()) - ABOVE_BROWS * faceWidthPx;
      Polygon oval = mesh.polygon(FaceRegion.OVAL);
      Box near = oval.bounds().inset(-SETTINGS.reachAbove() * faceWidthPx);
      Sureness sureness = new Sureness(mesh);
      for (int y = 0; y < Math.min(chin, lightness.height()); y++) {
        for (int x = 0; x < width; x++) {
          Point at = new Point(x + 0.5, y + 0.5);
          if (!near.contains(at)
              || portrait.person().at(x, y) <= 0.5
              || portrait.vignette().at(x, y) <= 0.5
              || !oval.reaches(at, reach(at, eyes, chin) * faceWidthPx)) {
            continue;
          }
          int i = y * width + x;
          double share = lightness.at(x, y) / skin;
          boolean within = at.y() >= brows && oval.contains(at);
          if (share < SETTINGS.pale() && !(within && sureness.isAmongFeatures(at))) {
            dark[i] = true;
            isInFace[i] |= within;
            spacingPx[i] = (float) (lineWidthPx * hairSpacing(share));
          }
        }
      }
    }

    /**
     * What comes down from above somebody's eyes outside of the face: dark cloth on the shoulders
     * and the shade of a jaw do not.
     */
    Mask region(Portrait portrait) {
      int[] component =
          new Mask(width, dark.length / width, dark)
              .opened(SETTINGS.leastHalfWidth() * lineWidthPx)
              .components();
      boolean[] hangs = new boolean[component.length + 1];
      double eyes =
          portrait.meshes().stream().mapToDouble(mesh -> mesh.point(168).y()).max().orElse(0);
      for (int i = 0; i < component.length; i++) {
        hangs[component[i]] |= component[i] > 0 && !isInFace[i] && i / width < eyes;
      }
      boolean[] kept = new boolean[component.length];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = hangs[component[i]];
      }
      return new Mask(width, kept.length / width, kept);
    }

    /** Distance of lines in hair by its share of the skin's lightness, line widths. */
    private static double hairSpacing(double share) {
      double darkness = (SETTINGS.pale() - share) / (SETTINGS.pale() - SETTINGS.black());
      return SETTINGS.wideLineWidths()
          + (SETTINGS.closeLineWidths() - SETTINGS.wideLineWidths()) * Math.clamp(darkness, 0, 1);
    }

    private static double reach(Point at, double eyes, double chin) {
      double down = Math.clamp((at.y() - eyes) / Math.max(1, chin - eyes), 0, 1);
      return SETTINGS.reachAbove() + (SETTINGS.reachAtChin() - SETTINGS.reachAbove()) * down;
    }
  }
}
