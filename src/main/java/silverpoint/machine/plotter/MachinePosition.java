package silverpoint.machine.plotter;

import java.util.Locale;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.MotionSettings;

/**
 * Where a machine stands, for a controller that starts again.
 *
 * @param state what the motors did then
 * @param xMotorSteps motor steps of x, the play that is taken up included
 * @param yMotorSteps motor steps of y
 * @param backlash the play then
 * @param xTurned steps that the x motor has made in all: the phase of its coils
 * @param yTurned steps that the y motor has made in all
 * @param job fingerprint of the plan that was drawn, 0 for none
 * @param event how many events of the job were made
 */
public record MachinePosition(
    State state,
    int xMotorSteps,
    int yMotorSteps,
    Backlash backlash,
    int xTurned,
    int yTurned,
    long job,
    int event) {
  /** What a machine did when its position was written. */
  public enum State {
    /** A plan was done: the position is certain. */
    AT_REST(1),
    /** Motors were turning: the stylus has gone on since. */
    MOVING(2),
    /** It rested within a plan: the position is certain, and the plan can be gone on with. */
    HELD(3),
    /** Motors were released at speed. */
    UNCERTAIN(4);

    private final byte code;

    State(int code) {
      this.code = (byte) code;
    }

    /** What the position file writes. */
    byte code() {
      return code;
    }

    static State of(byte code) {
      for (State state : values()) {
        if (state.code == code) {
          return state;
        }
      }
      throw new IllegalArgumentException("no state has the code " + code);
    }
  }

  /** Whether the stylus stands there for certain; otherwise a person must look at a corner. */
  public boolean isCertain() {
    return state == State.AT_REST || state == State.HELD;
  }

  /** Whether a drawing was interrupted there, by a hold, a stop, or the end of the program. */
  public boolean isInterrupted() {
    return job != 0 && state != State.AT_REST;
  }

  /** Where the stylus stands; within the play where the position is not certain. */
  public Point stylusMm(MotionSettings motion) {
    return new Point(
        (xMotorSteps - backlash.x().offsetSteps()) / motion.x().stepsPerMm(),
        (yMotorSteps - backlash.y().offsetSteps()) / motion.y().stepsPerMm());
  }

  /** Where the stylus was last seen, in words. */
  public String near(MotionSettings motion) {
    Point at = stylusMm(motion);
    return String.format(
        Locale.ROOT, "%.1f mm from the left, %.1f mm from the top", at.x(), at.y());
  }
}
