package silverpoint.kiosk.takehome;

import java.util.BitSet;

/** A picture of dots, black or white, as wide as a receipt printer's row; it begins white. */
final class DotImage {
  private final int widthDots;
  private final int heightDots;
  private final BitSet black;

  DotImage(int widthDots, int heightDots) {
    if (widthDots <= 0 || heightDots <= 0) {
      throw new IllegalArgumentException("no dots: " + widthDots + " x " + heightDots);
    }
    this.widthDots = widthDots;
    this.heightDots = heightDots;
    black = new BitSet(widthDots * heightDots);
  }

  int widthDots() {
    return widthDots;
  }

  int heightDots() {
    return heightDots;
  }

  boolean isBlack(int x, int y) {
    return x >= 0 && x < widthDots && y >= 0 && y < heightDots && black.get(y * widthDots + x);
  }

  /** Blackens a dot; one beside the picture is nothing. */
  void blacken(int x, int y) {
    if (x >= 0 && x < widthDots && y >= 0 && y < heightDots) {
      black.set(y * widthDots + x);
    }
  }

  /** Eight dots a byte, the left one in the highest bit; what a row lacks is white. */
  byte[] row(int y) {
    byte[] row = new byte[Math.ceilDiv(widthDots, 8)];
    for (int x = 0; x < widthDots; x++) {
      if (isBlack(x, y)) {
        row[x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
    return row;
  }
}
