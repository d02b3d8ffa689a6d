package silverpoint.machine.plotfile;

import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;

/** Where the coordinates of another machine are zero, and which way its y grows. */
public enum Origin {
  /** At the lower left corner of the page, y up: the usual place of G-code and of HPGL. */
  BOTTOM_LEFT,
  /** At the upper left corner of the page, y down: that of pictures. */
  TOP_LEFT,
  /** In the middle of the page, y up. */
  CENTER;

  /** From the page, whose y grows down, to the other machine; mm. */
  Affine fromPage(Box pageMm) {
    return switch (this) {
      case BOTTOM_LEFT -> new Affine(1, 0, 0, -1, -pageMm.x(), pageMm.bottom());
      case TOP_LEFT -> Affine.translation(-pageMm.x(), -pageMm.y());
      case CENTER -> new Affine(1, 0, 0, -1, -pageMm.centre().x(), pageMm.centre().y());
    };
  }
}
