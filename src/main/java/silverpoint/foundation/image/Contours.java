package silverpoint.foundation.image;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/** Lines of equal value in a grey raster, by marching squares, to a fraction of a pixel. */
public final class Contours {
  private final GrayImage field;
  private final double level;

  private Contours(GrayImage field, double level) {
    this.field = field;
    this.level = level;
  }

  /**
   * The closed lines around what is at least {@code level}, in reading order of their uppermost
   * points; what lies on the picture's border is closed along it.
   */
  public static List<Polyline> at(GrayImage field, double level) {
    return new Contours(field, level).lines();
  }

  private List<Polyline> lines() {
    boolean[] used = new boolean[field.width() * field.height()];
    List<Polyline> lines = new ArrayList<>();
    for (int y = 0; y < field.height() - 1; y++) {
      for (int x = 0; x < field.width(); x++) {
        if (!used[y * field.width() + x] && isIn(x, y) != isIn(x, y + 1)) {
          lines.add(line(x, y, used));
        }
      }
    }
    return lines;
  }

  /**
   * Walks along the crossings of vertical pixel pairs and horizontal ones, the inside on the right
   * hand, from the crossing between (x, y) and (x, y + 1).
   */
  private Polyline line(int x, int y, boolean[] used) {
    List<Point> points = new ArrayList<>();
    Walker walker = new Walker(x, y);
    int limit = 4 * field.width() * field.height();
    do {
      points.add(walker.crossing());
      if (walker.pairIndex() >= 0) {
        used[walker.pairIndex()] = true;
      }
    } while (walker.advance() && --limit > 0);
    points.add(points.getFirst());
    return new Polyline(points);
  }

  private boolean isIn(int x, int y) {
    return x >= 0 && y >= 0 && x < field.width() && y < field.height() && field.at(x, y) >= level;
  }

  /** Stands between an inside pixel and the outside one beside it and walks around the inside. */
  private final class Walker {
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

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

    Walker(int x, int y) {
      boolean upperInside = isIn(x, y);
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
      return side == 1 ? y * field.width() + x : side == 3 ? (y - 1) * field.width() + x : -1;
    }

    /** Where the field crosses its level, between the two pixels. */
    Point crossing() {
      double inside = field.at(x, y);
      double outside = field.atClamped(x + DX[side], y + DY[side]);
      double t = outside < level ? (inside - level) / (inside - outside) : 0.5;
      return new Point(x + 0.5 + t * DX[side], y + 0.5 + t * DY[side]);
    }

    /** Goes to the next crossing; false when it is the first again. */
    boolean advance() {
      int ahead = (side + 1) % 4;
      int diagonalX = x + DX[side] + DX[ahead];
      int diagonalY = y + DY[side] + DY[ahead];
      if (isIn(diagonalX, diagonalY) && isIn(x + DX[ahead], y + DY[ahead])) {
        x = diagonalX;
        y = diagonalY;
        side = (side + 3) % 4;
      } else if (isIn(x + DX[ahead], y + DY[ahead])) {
        x += DX[ahead];
        y += DY[ahead];
      } else {
        side = ahead;
      }
      return x != startX || y != startY || side != startSide;
    }
  }
}
