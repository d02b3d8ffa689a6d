package silverpoint.picture.feature;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;

/**
 * The ways by which somebody who never lifts the pen leads from feature to feature: along the side
 * of the nose, from the corners of the eye, beside the hollow of the upper lip or by the fold of a
 * smile, and down the temple. A line there looks drawn, since the form turns there; a straight one
 * across a cheek looks like a scar, and one from brow to lid makes a face frown.
 */
public final class FeatureGuides {
  /**
   * A way, vertices of the mesh.
   *
   * @param shaded how little a line there surprises, 0 to 1, where the face is in the shade
   * @param lit and in the light
   * @param shade darkness that counts as full shade
   */
  private record Guide(double shaded, double lit, double shade, int... vertices) {
    /** A form that turns in every face. */
    static Guide form(double shaded, int... vertices) {
      return new Guide(shaded, shaded - 0.12, 0.25, vertices);
    }

    /** A fold, which only some faces have: where it is not dark it would age a face. */
    static Guide fold(int... vertices) {
      return new Guide(0.97, 0.57, 0.4, vertices);
    }
  }

  /**
   * The way from brow to eye by the temple is hard: both of a pair by the temple look like the rims
   * of glasses.
   */
  private static final List<Guide> GUIDES =
      List.of(
          Guide.form(0.90, 55, 193, 245, 188, 174, 198, 131, 49, 64),
          Guide.form(0.90, 285, 417, 465, 412, 399, 420, 360, 279, 294),
          Guide.form(0.92, 133, 244, 188),
          Guide.form(0.92, 362, 464, 412),
          Guide.form(0.6, 46, 113, 33),
          Guide.form(0.6, 276, 342, 263),
          Guide.form(0.93, 70, 156, 34, 227, 137, 177),
          Guide.form(0.93, 300, 383, 264, 447, 366, 401),
          Guide.form(0.92, 2, 164, 0, 11, 12),
          Guide.fold(64, 203, 206, 216, 57, 61),
          Guide.fold(294, 423, 426, 436, 287, 291));

  /** Between brow and eye, the brow's lower border first. */
  private static final int[][] HOLLOWS = {
    {55, 65, 52, 53, 46, 33, 161, 159, 157, 133},
    {285, 295, 282, 283, 276, 263, 388, 386, 384, 362}
  };

  /** A line there surprises so many times as much as one on plain skin does not. */
  private static final double IN_HOLLOW = -1.2;

  /** A way through a hollow is none as soon as it is this easy. */
  private static final double EASY = 0.8;

  private static final double SPACING_PX = 1;

  /** How far a guide may move to what is dark beside it, face widths. */
  private static final double REACH = 0.025;

  /** Half the width of the way, line widths. */
  private static final double SIGMA_LINE_WIDTHS = 1.2;

  private FeatureGuides() {}

  /**
   * How little a line would surprise at each place, crop size: 1 where the form turns or the photo
   * has a line, 0 on plain skin, less than that between brow and eye.
   *
   * @param faint what the photo shows, 0 to 1
   * @param darkness 1 as a pupil
   */
  public static GrayImage on(
      GrayImage faint, FaceMesh mesh, GrayImage darkness, double lineWidthPx) {
    float[] ease = faint.toArray();
    LineSnapping snapping = new LineSnapping(darkness, REACH * mesh.widthPx());
    double sigma = SIGMA_LINE_WIDTHS * lineWidthPx;
    for (Guide guide : GUIDES) {
      Polyline way = snapping.snap(mesh.line(guide.vertices).splined(SPACING_PX));
      double shade =
          way.points().stream().mapToDouble(darkness::sample).average().orElse(0) / guide.shade;
      double most = guide.lit + (guide.shaded - guide.lit) * Math.clamp(shade, 0, 1);
      for (Point at : way.points()) {
        Box near = new Box(at.x(), at.y(), 0, 0).inset(-3 * sigma);
        change(
            ease,
            faint,
            near,
            (place, before) -> {
              double away = at.distanceTo(place) / sigma;
              return Math.max(before, most * Math.exp(-away * away / 2));
            });
      }
    }
    for (int[] hollow : HOLLOWS) {
      Polygon area = Polygon.hull(mesh.line(hollow).points());
      change(
          ease,
          faint,
          area.bounds(),
          (place, before) ->
              area.contains(place)
                  ? before + IN_HOLLOW * (1 - Math.clamp(before / EASY, 0, 1))
                  : before);
    }
    return new GrayImage(faint.width(), faint.height(), ease);
  }

  /** What a place becomes. */
  private interface Becoming {
    double of(Point place, double before);
  }

  private static void change(float[] ease, GrayImage size, Box box, Becoming becoming) {
    for (int y = (int) Math.max(0, box.y()); y < Math.min(size.height(), box.bottom()); y++) {
      for (int x = (int) Math.max(0, box.x()); x < Math.min(size.width(), box.right()); x++) {
        int i = y * size.width() + x;
        ease[i] = (float) becoming.of(new Point(x + 0.5, y + 0.5), ease[i]);
      }
    }
  }
}
