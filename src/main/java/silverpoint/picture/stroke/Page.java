package silverpoint.picture.stroke;

import silverpoint.foundation.geometry.Box;

/**
 * The screen of the toy, as the strokes see it; its origin is the top left corner.
 *
 * @param widthMm drawable width
 * @param heightMm drawable height
 * @param marginMm border that the drawing keeps free on all sides
 * @param lineWidthMm width of the line that the stylus scrapes
 */
public record Page(double widthMm, double heightMm, double marginMm, double lineWidthMm) {
  public Page {
    if (!(marginMm >= 0) || !(widthMm > 2 * marginMm) || !(heightMm > 2 * marginMm)) {
      throw new IllegalArgumentException(
          "page of "
              + widthMm
              + " x "
              + heightMm
              + " mm has no room inside a margin of "
              + marginMm);
    }
    require("widthMm", widthMm, 10, 1000);
    require("heightMm", heightMm, 10, 1000);
    require("lineWidthMm", lineWidthMm, 0.01, 10);
  }

  private static void require(String name, double mm, double least, double most) {
    if (!(mm >= least && mm <= most)) {
      throw new IllegalArgumentException(
          "%s must lie in %s..%s: %s".formatted(name, least, most, mm));
    }
  }

  /** The part of the page that may be drawn on, mm. */
  public Box drawableMm() {
    return new Box(0, 0, widthMm, heightMm).inset(marginMm);
  }
}
