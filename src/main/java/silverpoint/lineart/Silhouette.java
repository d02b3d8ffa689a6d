package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/**
 * The border between the person and the background: the 0.5 contour of the mask, by marching
 * squares.
 */
final class Silhouette {
  private static final double LEVEL = 0.5;
  private static final double SMOOTHING_PX = 3;

  /** A contour along the crop's border is the crop's, not the person's. */
  private static final double BORDER_PX = 4;

  /** The outline stops where lines have faded to this. */
  private static final double MIN_SHOWN = 0.4;

  private Silhouette() {}

  /**
   * Contour lines of the mask, smooth, none along the border of the crop.
   *
   * @param vignette 0 where lines do not show
   */
  static List<Polyline> of(GrayImage person, GrayImage vignette) {
    int width = person.width();
    int height = person.height();
    boolean[] used = new boolean[width * height];
    List<Polyline> lines = new ArrayList<>();
    for (int y = 0; y < height - 1; y++) {
      for (int x = 0; x < width; x++) {
        if (!used[y * width + x] && isIn(person, x, y) != isIn(person, x, y + 1)) {
          trace(person, vignette, x, y, used, lines);
        }
      }
    }
    return lines;
  }

  /**
   * Walks along the crossings of vertical pixel pairs and horizontal ones, the person on the right
   * hand, from the crossing between (x, y) and (x, y + 1).
   */
  private static void trace(
      GrayImage person, GrayImage vignette, int x, int y, boolean[] used, List<Polyline> lines) {
    List<Point> points = new ArrayList<>();
    Walker walker = new Walker(person, x, y);
    int limit = 4 * person.width() * person.height();
    do {
      points.add(walker.crossing());
      if (walker.pairIndex() >= 0) {
        used[walker.pairIndex()] = true;
      }
    } while (walker.advance() && --limit > 0);
    if (points.size() > 8) {
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

  private static boolean isIn(GrayImage person, int x, int y) {
    return x >= 0
        && y >= 0
        && x < person.width()
        && y < person.height()
        && person.at(x, y) >= LEVEL;
  }

  /** Stands between an inside pixel and the outside one beside it and walks around the inside. */
  private static final class Walker {
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final GrayImage person;
    private final int startX;
    private final int startY;
    private final int startSide;
    private int x;
    private int y;

    /**
     * Which neighbour of the inside pixel (x, y) is the outside one: 0 right, 1 below, 2 left, 3
     * above.
     */
    private int side;

    Walker(GrayImage person, int x, int y) {
      this.person = person;
      boolean upperInside = isIn(person, x, y);
      this.x = x;
      this.y = upperInside ? y : y + 1;
      side = upperInside ? 1 : 3;
      startX = this.x;
      startY = this.y;
      startSide = side;
    }

    /**
     * Index of the upper pixel of a vertical pair inside the picture; negative for all other pairs.
     */
    int pairIndex() {
      return side == 1 ? y * person.width() + x : side == 3 ? (y - 1) * person.width() + x : -1;
    }

    /** Where the mask crosses its level, between the two pixels. */
    Point crossing() {
      double inside = person.at(x, y);
      double outside = person.atClamped(x + DX[side], y + DY[side]);
      double t = outside < LEVEL ? (inside - LEVEL) / (inside - outside) : 0.5;
      return new Point(x + 0.5 + t * DX[side], y + 0.5 + t * DY[side]);
    }

    /** Goes to the next crossing; false when it is the first again. */
    boolean advance() {
      int ahead = (side + 1) % 4;
      int diagonalX = x + DX[side] + DX[ahead];
      int diagonalY = y + DY[side] + DY[ahead];
      if (isIn(person, diagonalX, diagonalY) && isIn(person, x + DX[ahead], y + DY[ahead])) {
        x = diagonalX;
        y = diagonalY;
        side = (side + 3) % 4;
      } else if (isIn(person, x + DX[ahead], y + DY[ahead])) {
        x += DX[ahead];
        y += DY[ahead];
      } else {
        side = ahead;
      }
      return x != startX || y != startY || side != startSide;
    }
  }
}
