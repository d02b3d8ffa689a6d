package silverpoint.machine.plotfile;

import java.util.List;

/**
 * How G-code is written.
 *
 * @param decimals of a coordinate
 * @param feedRateMmPerS speed along the line
 * @param header lines before the first motion, after the unit is set
 * @param footer lines after the last motion
 * @param penUp lines that lift the pen
 * @param penDown lines that lower the pen
 */
public record GcodeSettings(
    Units units,
    int decimals,
    double feedRateMmPerS,
    List<String> header,
    List<String> footer,
    List<String> penUp,
    List<String> penDown) {
  /** GRBL takes 79 letters a line, other firmware more. */
  static final int LONGEST_LINE = 79;

  private static final int MOST_DECIMALS = 6;

  /** A coarser line shows its rounding. */
  private static final double COARSEST_MM = 0.1;

  /** The unit of coordinates and of feed rates. */
  public enum Units {
    MM("G21", 1),
    INCH("G20", 25.4);

    final String word;
    final double mm;

    Units(String word, double mm) {
      this.word = word;
      this.mm = mm;
    }
  }

  public GcodeSettings {
    if (decimals < 1 || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException("decimals must lie in 1..6: " + decimals);
    }
    double stepMm = units.mm * Math.pow(10, -decimals);
    if (stepMm > COARSEST_MM) {
      throw new IllegalArgumentException(
          "decimals of %d in %s are steps of %s mm; give more decimals"
              .formatted(decimals, units, stepMm));
    }
    if (!(feedRateMmPerS >= 0.1 && feedRateMmPerS <= 1000)) {
      throw new IllegalArgumentException("feedRateMmPerS must lie in 0.1..1000: " + feedRateMmPerS);
    }
    header = PlainLines.checked("header", header, LONGEST_LINE);
    footer = PlainLines.checked("footer", footer, LONGEST_LINE);
    penUp = PlainLines.checked("penUp", penUp, LONGEST_LINE);
    penDown = PlainLines.checked("penDown", penDown, LONGEST_LINE);
  }
}
