package silverpoint.picture.face;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/** Faces for tests. */
public final class Faces {
  private Faces() {}

  /** From the front. */
  public static Face at(double x, double y, double sizePx) {
    return turned(x, y, sizePx, 0);
  }

  /**
   * @param turn the nose's distance from the middle, in distances between the eyes
   */
  public static Face turned(double x, double y, double sizePx, double turn) {
    double eye = 0.2 * sizePx;
    return new Face(
        new Box(x - sizePx / 2, y - sizePx / 2, sizePx, sizePx),
        List.of(
            new Point(x - eye, y - eye),
            new Point(x + eye, y - eye),
            new Point(x + turn * 2 * eye, y),
            new Point(x, y + eye),
            new Point(x - 2 * eye, y),
            new Point(x + 2 * eye, y)),
        0.9);
  }
}
