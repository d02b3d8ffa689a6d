package silverpoint.machine.plotfile;

import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * What another machine expects of a file that it draws.
 *
 * @param pen whether it lifts a pen: then the strokes are drawn without joins; without it the one
 *     continuous line is, such as for an Etch-a-Sketch
 * @param origin where its coordinates are zero
 * @param offsetXMm added to every x
 * @param offsetYMm added to every y
 */
public record OutputSettings(
    boolean pen,
    Origin origin,
    double offsetXMm,
    double offsetYMm,
    GcodeSettings gcode,
    HpglSettings hpgl) {
  private static final double MOST_OFFSET_MM = 1000;

  public OutputSettings {
    requireOffset("offsetXMm", offsetXMm);
    requireOffset("offsetYMm", offsetYMm);
    if (pen && (gcode.penUp().isEmpty() || gcode.penDown().isEmpty())) {
      throw new IllegalArgumentException(
          "gcode.penUp and gcode.penDown must say how the pen is moved, since pen is true");
    }
  }

  private static void requireOffset(String name, double mm) {
    if (!(Math.abs(mm) <= MOST_OFFSET_MM)) {
      throw new IllegalArgumentException(
          "%s must lie in %s..%s: %s".formatted(name, -MOST_OFFSET_MM, MOST_OFFSET_MM, mm));
    }
  }

  /** From a page to the coordinates of the other machine, mm. */
  Affine fromPage(Box pageMm) {
    return origin.fromPage(pageMm).then(Affine.translation(offsetXMm, offsetYMm));
  }

  /** Where on the page the other machine is zero: there its pen waits. */
  public Point zeroMm(Box pageMm) {
    return fromPage(pageMm).inverse().apply(new Point(0, 0));
  }
}
