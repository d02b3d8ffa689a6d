package silverpoint.kiosk.crew;

import java.util.Optional;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.calibration.CalibrationObserver.Axis;
import silverpoint.machine.calibration.CalibrationObserver.Step;
import silverpoint.machine.motion.Direction;

/**
 * What somebody in front of the toy is asked during a calibration.
 *
 * @param number grows with every question, so that an answer that comes late meets no other one
 */
public record CalibrationQuestion(long number, Step step, Asked asked) {
  private static final double MOST_JOG_MM = 200;
  private static final double LONGEST_MM = 1000;

  /** The kinds of questions; each says which numbers answer it. */
  public sealed interface Asked {}

  /**
   * Bring the stylus there: a number jogs it by mm, to the right or down; no number says that it is
   * there.
   *
   * @param side of the screen to which it shall come
   */
  public record Bring(Axis axis, Direction side, double fromEdgeMm) implements Asked {}

  /** How long is the line that was just drawn along the axis, by a ruler, mm? */
  public record Length(Axis axis) implements Asked {}

  /**
   * Which tooth of the last comb ends at the rail, 1 to {@code teeth}?
   *
   * @param back the way in which the teeth came back to it
   */
  public record Tooth(Axis axis, Direction back, int teeth) implements Asked {}

  /**
   * How long is a diagonal of the rectangle, by a ruler, mm?
   *
   * @param falling from the upper left to the lower right; else from the lower left
   */
  public record Diagonal(boolean falling) implements Asked {}

  /** The toy may be shaken blank; no number says that it goes on. */
  public record Shake() implements Asked {}

  /** Shall this be written into the machine's profile? No number says yes. */
  public record Keep(Calibration.Result result) implements Asked {}

  /** Whether this can be an answer. */
  boolean takes(Optional<Double> answer) {
    return switch (asked) {
      case Bring _ -> answer.isEmpty() || Math.abs(answer.get()) <= MOST_JOG_MM;
      case Length _, Diagonal _ -> answer.filter(mm -> mm > 0 && mm <= LONGEST_MM).isPresent();
      case Tooth tooth ->
          answer.filter(n -> n >= 1 && n <= tooth.teeth() && n == Math.rint(n)).isPresent();
      case Shake _, Keep _ -> answer.isEmpty();
    };
  }
}
