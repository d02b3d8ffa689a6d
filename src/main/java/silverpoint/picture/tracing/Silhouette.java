package silverpoint.picture.tracing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.Contours;
import silverpoint.foundation.image.GrayImage;

/**
 * The border between the person and the background: the 0.5 contour of the mask, by marching
 * squares.
 */
public final class Silhouette {
  private static final double LEVEL = 0.5;
  private static final double SMOOTHING_PX = 3;

  /** A contour along the crop's border is the crop's, not the person's. */
  private static final double BORDER_PX = 4;

  /** The outline stops where lines have faded to this. */
  private static final double MIN_SHOWN = 0.4;

  /** Shorter contours are specks. */
  private static final int LEAST_POINTS = 8;

  private Silhouette() {}

  /**
   * Contour lines of the mask, smooth, none along the border of the crop.
   *
   * @param vignette 0 where lines do not show
   */
  public static List<Polyline> of(GrayImage person, GrayImage vignette) {
    List<Polyline> lines = new ArrayList<>();
    for (Polyline contour : Contours.at(person, LEVEL)) {
      List<Point> points = new ArrayList<>(contour.points().subList(1, contour.points().size()));
      if (points.size() > LEAST_POINTS) {
        // starts outside, so that no part is cut in two by the start
        int outside = 0;
        while (outside < points.size() && isInner(points.get(outside), vignette)) {
          outside++;
        }
        Collections.rotate(points, -(outside % points.size()));
        points.add(points.getFirst());
        addInnerParts(new Polyline(points), vignette, lines);
      }
    }
    return lines;
  }

  private static void addInnerParts(Polyline contour, GrayImage vignette, List<Polyline> lines) {
    List<Point> run = new ArrayList<>();
    for (Point p : contour.points()) {
      if (isInner(p, vignette)) {
        run.add(p);
      } else if (run.size() > 1) {
        lines.add(new Polyline(run).smoothed(SMOOTHING_PX, 1));
        run.clear();
      } else {
        run.clear();
      }
    }
    if (run.size() > 1) {
      lines.add(new Polyline(run).smoothed(SMOOTHING_PX, 1));
    }
  }

  private static boolean isInner(Point p, GrayImage vignette) {
    return vignette.sample(p) > MIN_SHOWN
        && p.y() > BORDER_PX
        && p.x() > BORDER_PX
        && p.x() < vignette.width() - BORDER_PX
        && p.y() < vignette.height() - BORDER_PX;
  }
}
