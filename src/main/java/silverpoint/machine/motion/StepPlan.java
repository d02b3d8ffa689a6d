package silverpoint.machine.motion;

import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;

/**
 * All motor steps with their times, in flat arrays: at each event one or both motors make one step.
 * Positions are absolute motor steps, the play that is taken up included; times are nanoseconds
 * from the start of the plan. Each event also knows how fast the machine moves then and how hard it
 * may brake, so that an executor can slow down and speed up again on the path, and whether a step
 * moves the stylus or only takes up play, so that a controller knows at each event where the stylus
 * stands. Immutable.
 */
public final class StepPlan {
  /** Flag of an event: the step of x only crosses the play. */
  static final byte X_TAKES_UP = 1;

  /** Flag of an event: the step of y only crosses the play. */
  static final byte Y_TAKES_UP = 2;

  /** Flag of an event: the machine has rested since the event before. */
  static final byte AFTER_REST = 4;

  /** Flag of an event: the first of a move or of a take-up. */
  static final byte BEGINS_BLOCK = 8;

  private final int xStart;
  private final int yStart;
  private final Backlash startBacklash;
  private final long[] timeNs;
  private final int[] x;
  private final int[] y;
  private final float[] speedMmPerS;
  private final float[] accelerationMmPerS2;
  private final byte[] flags;

  private StepPlan(
      int xStart,
      int yStart,
      Backlash startBacklash,
      long[] timeNs,
      int[] x,
      int[] y,
      float[] speedMmPerS,
      float[] accelerationMmPerS2,
      byte[] flags) {
    this.xStart = xStart;
    this.yStart = yStart;
    this.startBacklash = startBacklash;
    this.timeNs = timeNs;
    this.x = x;
    this.y = y;
    this.speedMmPerS = speedMmPerS;
    this.accelerationMmPerS2 = accelerationMmPerS2;
    this.flags = flags;
  }

  /** A plan without play whose motors are slow enough to start and stop at every event. */
  public static StepPlan of(int xStart, int yStart, long[] timeNs, int[] x, int[] y) {
    Backlash.Play none = new Backlash.Play(Direction.POSITIVE, 0);
    return of(
        xStart,
        yStart,
        new Backlash(none, none),
        timeNs,
        x,
        y,
        new float[x.length],
        new float[x.length],
        new byte[x.length]);
  }

  /**
   * The plan with the given events.
   *
   * @param xStart position of the x motor before the first event
   * @param yStart position of the y motor before the first event
   * @param startBacklash the play before the first event
   * @param timeNs time of each event, strictly rising from 0 or later
   * @param x position of the x motor after each event
   * @param y position of the y motor after each event
   * @param speedMmPerS of the stylus, or of the faster knob while the stylus rests
   * @param accelerationMmPerS2 with which that speed may change
   * @param flags what is special about each event
   */
  static StepPlan of(
      int xStart,
      int yStart,
      Backlash startBacklash,
      long[] timeNs,
      int[] x,
      int[] y,
      float[] speedMmPerS,
      float[] accelerationMmPerS2,
      byte[] flags) {
    StepPlan plan =
        new StepPlan(
            xStart,
            yStart,
            startBacklash,
            timeNs.clone(),
            x.clone(),
            y.clone(),
            speedMmPerS.clone(),
            accelerationMmPerS2.clone(),
            flags.clone());
    plan.check();
    return plan;
  }

  public int size() {
    return timeNs.length;
  }

  public long timeNs(int event) {
    return timeNs[event];
  }

  /** -1, 0 or 1. */
  public int xStep(int event) {
    return x[event] - (event == 0 ? xStart : x[event - 1]);
  }

  /** -1, 0 or 1. */
  public int yStep(int event) {
    return y[event] - (event == 0 ? yStart : y[event - 1]);
  }

  /** Speed of the stylus, or of the faster knob while the stylus rests. */
  public double speedMmPerS(int event) {
    return speedMmPerS[event];
  }

  /** The acceleration with which the speed at the event may change. */
  public double accelerationMmPerS2(int event) {
    return accelerationMmPerS2[event];
  }

  /**
   * Whether the machine rests before the event: it has slowed down to the start speed, and goes on
   * from it.
   */
  public boolean restsBefore(int event) {
    return (flags[event] & AFTER_REST) != 0;
  }

  /** Whether the event is the first of a move or of a take-up. */
  public boolean beginsBlock(int event) {
    return (flags[event] & BEGINS_BLOCK) != 0;
  }

  /** Where the x motor stands after the first {@code events} events. */
  public int xAfter(int events) {
    return events == 0 ? xStart : x[events - 1];
  }

  /** Where the y motor stands after the first {@code events} events. */
  public int yAfter(int events) {
    return events == 0 ? yStart : y[events - 1];
  }

  /** Whether the step of x only crosses the play. */
  public boolean xTakesUp(int event) {
    return (flags[event] & X_TAKES_UP) != 0;
  }

  /** Whether the step of y only crosses the play. */
  public boolean yTakesUp(int event) {
    return (flags[event] & Y_TAKES_UP) != 0;
  }

  /** The play after the first {@code events} events, in the middle of a take-up too. */
  public Backlash backlashAfter(int events) {
    Backlash.Play xPlay = startBacklash.x();
    Backlash.Play yPlay = startBacklash.y();
    for (int i = 0; i < events; i++) {
      xPlay = xPlay.stepped(xStep(i), xTakesUp(i));
      yPlay = yPlay.stepped(yStep(i), yTakesUp(i));
    }
    return new Backlash(xPlay, yPlay);
  }

  /** A number that tells plans apart: a checksum of where they start and of all steps and times. */
  public long fingerprint() {
    CRC32 steps = new CRC32();
    CRC32 times = new CRC32();
    update(steps, xStart);
    update(steps, yStart);
    for (int i = 0; i < timeNs.length; i++) {
      update(steps, x[i]);
      update(steps, y[i]);
      update(times, (int) timeNs[i]);
      update(times, (int) (timeNs[i] >>> Integer.SIZE));
    }
    return steps.getValue() << Integer.SIZE | times.getValue();
  }

  private static void update(CRC32 crc, int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      crc.update(value >>> shift & 0xff);
    }
  }

  /** Steps that the x motor makes, both ways added up. */
  public int xStepCount() {
    return count(this::xStep);
  }

  /** Steps that the y motor makes, both ways added up. */
  public int yStepCount() {
    return count(this::yStep);
  }

  private int count(IntUnaryOperator step) {
    int count = 0;
    for (int i = 0; i < timeNs.length; i++) {
      count += Math.abs(step.applyAsInt(i));
    }
    return count;
  }

  /** The time of the last step; 0 without steps. */
  public long durationNs() {
    return timeNs.length == 0 ? 0 : timeNs[timeNs.length - 1];
  }

  private void check() {
    if (x.length != timeNs.length
        || y.length != timeNs.length
        || speedMmPerS.length != timeNs.length
        || accelerationMmPerS2.length != timeNs.length
        || flags.length != timeNs.length) {
      throw new IllegalArgumentException(
          "arrays of %d, %d and %d events".formatted(timeNs.length, x.length, y.length));
    }
    long before = -1;
    for (int i = 0; i < timeNs.length; i++) {
      int stepped = Math.abs(xStep(i)) | Math.abs(yStep(i));
      if (timeNs[i] <= before || stepped != 1) {
        throw new IllegalArgumentException(
            "event %d at %d ns after %d ns steps by %d, %d"
                .formatted(i, timeNs[i], before, xStep(i), yStep(i)));
      }
      before = timeNs[i];
    }
  }
}
