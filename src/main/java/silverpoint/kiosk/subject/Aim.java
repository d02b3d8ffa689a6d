package silverpoint.kiosk.subject;

import silverpoint.foundation.geometry.Box;
import silverpoint.picture.portrait.PortraitMaker;

/**
 * Where in a camera's picture a face is framed best, px: as large as the gate likes it, and so that
 * what is drawn of it, head and shoulders, lies in the picture, whatever its format.
 *
 * @param ovalPx around the face, from the hairline to the chin
 * @param pagePx what is drawn of somebody whose face fills the oval
 */
public record Aim(Box ovalPx, Box pagePx) {
  /** The outline of a face over the box that the detector puts around it. */
  private static final double OVAL_WIDTH_PER_FACE = 0.86;

  private static final double OVAL_HEIGHT_PER_FACE = 1.1;

  /** The middle of the outline above the middle of the box, in boxes. */
  private static final double OVAL_ABOVE_FACE = 0.07;

  /** Of the room above and below what is drawn, the share above: people hold their heads high. */
  private static final double ROOM_ABOVE = 0.35;

  /**
   * The aim in pictures of a size.
   *
   * @param pageAspect width per height of the page that is drawn on
   */
  public static Aim of(int widthPx, int heightPx, double pageAspect, SubjectSettings settings) {
    double sidePx = settings.aimHeightShare() * Math.min(widthPx, heightPx);
    Box atZero = new Box(widthPx / 2.0 - sidePx / 2, 0, sidePx, sidePx);
    Box page = PortraitMaker.shownPx(atZero, pageAspect);
    double topPx = ROOM_ABOVE * (heightPx - page.height());
    double downPx = topPx - page.y();
    double ovalHeightPx = OVAL_HEIGHT_PER_FACE * sidePx;
    double ovalWidthPx = OVAL_WIDTH_PER_FACE * sidePx;
    double middlePx = downPx + (0.5 - OVAL_ABOVE_FACE) * sidePx;
    return new Aim(
        new Box(
            (widthPx - ovalWidthPx) / 2, middlePx - ovalHeightPx / 2, ovalWidthPx, ovalHeightPx),
        new Box(page.x(), topPx, page.width(), page.height()));
  }
}
