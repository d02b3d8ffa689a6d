package silverpoint.picture.feature;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;

/**
 * The ways by which somebody who never lifts the pen leads from feature to feature: along the side
 * of the nose, from the corners of the eye to the ends of the brow, beside the hollow of the upper
 * lip, and down the temple. A line there looks drawn, since the form turns there; a straight one
 * across a cheek looks like a scar.
 */
public final class FeatureGuides {
  /** A way, vertices of the mesh, and how little a line there surprises, 0 to 1. */
  private record Guide(double ease, int... vertices) {}

  /**
   * The way from brow to eye by the temple is hard, by the nose easy: both of a pair by the temple
   * look like the rims of glasses.
   */
  private static final List<Guide> GUIDES =
      List.of(
          new Guide(0.90, 55, 193, 245, 188, 174, 198, 131, 49, 64),
          new Guide(0.90, 285, 417, 465, 412, 399, 420, 360, 279, 294),
          new Guide(0.92, 133, 244, 188),
          new Guide(0.92, 362, 464, 412),
          new Guide(0.93, 55, 189, 190, 133),
          new Guide(0.93, 285, 413, 414, 362),
          new Guide(0.6, 46, 113, 33),
          new Guide(0.6, 276, 342, 263),
          new Guide(0.93, 70, 156, 34, 227, 137, 177),
          new Guide(0.93, 300, 383, 264, 447, 366, 401),
          new Guide(0.92, 2, 164, 0, 11, 12));

  private static final double SPACING_PX = 1;

  /** How far a guide may move to what is dark beside it, face widths. */
  private static final double REACH = 0.025;

  /** Half the width of the way, line widths. */
  private static final double SIGMA_LINE_WIDTHS = 1.2;

  /** A way in the light is this much harder than one in the shade. */
  private static final double LIGHT = 0.12;

  /** A face's own shade that counts as full. */
  private static final double SHADE = 0.25;

  private FeatureGuides() {}

  /** How little a line would surprise at each place, 0 to 1, crop size; 0 off the ways. */
  public static GrayImage of(FaceMesh mesh, GrayImage darkness, double lineWidthPx) {
    int width = darkness.width();
    int height = darkness.height();
    float[] ease = new float[width * height];
    LineSnapping snapping = new LineSnapping(darkness, REACH * mesh.widthPx());
    double sigma = SIGMA_LINE_WIDTHS * lineWidthPx;
    for (Guide guide : GUIDES) {
      Polyline way = snapping.snap(mesh.line(guide.vertices).splined(SPACING_PX));
      double shade =
          way.points().stream().mapToDouble(darkness::sample).average().orElse(0) / SHADE;
      double most = guide.ease - LIGHT * (1 - Math.clamp(shade, 0, 1));
      for (Point at : way.points()) {
        Box near = new Box(at.x(), at.y(), 0, 0).inset(-3 * sigma);
        for (int y = (int) Math.max(0, near.y()); y < Math.min(height, near.bottom()); y++) {
          for (int x = (int) Math.max(0, near.x()); x < Math.min(width, near.right()); x++) {
            double away = at.distanceTo(new Point(x + 0.5, y + 0.5)) / sigma;
            float here = (float) (most * Math.exp(-away * away / 2));
            ease[y * width + x] = Math.max(ease[y * width + x], here);
          }
        }
      }
    }
    return new GrayImage(width, height, ease);
  }
}
