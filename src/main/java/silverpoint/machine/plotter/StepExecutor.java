package silverpoint.machine.plotter;

import silverpoint.machine.driver.LineProgram;

/**
 * Writes a line program at its times: on one thread, without allocating. Other threads may ask it
 * to hold or to stop.
 *
 * <p>A write that comes late shifts all later ones, so that no interval becomes shorter than
 * planned and missed steps never come in a burst. A motor has slowed down meanwhile: the machine
 * speeds up again from the speed that is left, or from the start speed after a long gap. A hold
 * slows down on the path; afterwards {@link #run} goes on from the write where it rested, and the
 * stylus draws the same line as without the hold. While slowing down or speeding up, times are
 * stretched so that the speed follows v^2 = u^2 +- 2 a s, never above the planned speed.
 */
final class StepExecutor {
  private enum Pace {
    PLANNED,
    SPEEDING_UP,
    SLOWING_DOWN
  }

  /** A stop is noticed within this time. */
  private static final long SLICE_NS = 10_000_000;

  /** A motor does not mind steps that are late by this share of a step. */
  private static final double UNNOTICED_STEPS = 0.1;

  private final StepSink sink;
  private final StepClock clock;
  private final double startSpeedMmPerS;
  private final double stepMm;
  private final Lateness.Recorder lateness = new Lateness.Recorder();
  private volatile boolean holdAsked;
  private volatile boolean stopAsked;
  private volatile int next;
  private volatile boolean uncertain;
  private Pace pace = Pace.PLANNED;
  private double speedSq;

  /**
   * @param startSpeedMmPerS speed at which the motors may start and stop
   * @param stepMm stylus travel of the finest step
   */
  public StepExecutor(StepSink sink, StepClock clock, double startSpeedMmPerS, double stepMm) {
    this.sink = sink;
    this.clock = clock;
    this.startSpeedMmPerS = startSpeedMmPerS;
    this.stepMm = stepMm;
  }

  /**
   * Switches the motors on and executes the program until it ends, is held or is stopped; on a stop
   * the motors are released.
   *
   * @param from the first write, before which the motors may pause
   * @param wakeLevels of all lines before that write, motors on
   * @param releasedBits levels without current in the motors
   * @param wakeNs from motors on to the first write
   */
  public RunOutcome run(
      LineProgram program, int from, int wakeLevels, int releasedBits, long wakeNs) {
    startAt(from);
    boolean ended = false;
    try {
      RunOutcome outcome = execute(program, from, wakeLevels, releasedBits, wakeNs);
      ended = true;
      return outcome;
    } finally {
      // lines that fail leave the motors nobody knows where
      uncertain = uncertain || !ended;
    }
  }

  private RunOutcome execute(
      LineProgram program, int from, int wakeLevels, int releasedBits, long wakeNs) {
    pace = from == 0 ? Pace.PLANNED : Pace.SPEEDING_UP;
    speedSq = startSpeedMmPerS * startSpeedMmPerS;
    if (holdAsked || stopAsked) {
      return ended(program, releasedBits);
    }
    sink.write(wakeLevels, program.lineMask());
    long atNs = clock.nowNs() + wakeNs;
    int size = program.size();
    int write = from;
    while (write < size) {
      if (stopAsked || (holdAsked && rests(program, write))) {
        break;
      }
      long dueNs = atNs + paced(program, write);
      long nowNs = clock.nowNs();
      while (nowNs < dueNs && !stopAsked) {
        clock.waitUntil(Math.min(dueNs, nowNs + SLICE_NS));
        nowNs = clock.nowNs();
      }
      if (stopAsked) {
        break;
      }
      sink.write(program.bits(write), program.mask(write));
      // the system may take its time over the write too
      atNs = clock.nowNs();
      noteLateness(program, write, atNs - dueNs);
      write++;
      next = write;
    }
    return write == size && !stopAsked ? RunOutcome.FINISHED : ended(program, releasedBits);
  }

  /** Lets the machine come to rest on the path; holds later runs too, until it is taken back. */
  public void hold() {
    holdAsked = true;
  }

  /** Takes a hold back. */
  public void unhold() {
    holdAsked = false;
  }

  /** Releases the motors at once; stops later runs too, until it is taken back. */
  public void stop() {
    stopAsked = true;
  }

  /** Takes a stop back. */
  public void unstop() {
    stopAsked = false;
  }

  /** Says where the next run goes on, before it does. */
  void startAt(int write) {
    uncertain = false;
    next = write;
  }

  /** The write at which a run would go on. */
  public int next() {
    return next;
  }

  /** Whether the last run was stopped at a speed at which the motors may lose steps. */
  public boolean isPositionUncertain() {
    return uncertain;
  }

  /** Whether a stop was asked for and not taken back. */
  boolean isStopped() {
    return stopAsked;
  }

  /** How late writes came so far. */
  public Lateness lateness() {
    return lateness.soFar();
  }

  private RunOutcome ended(LineProgram program, int releasedBits) {
    if (!stopAsked) {
      return RunOutcome.HELD;
    }
    sink.write(releasedBits, program.lineMask());
    uncertain = next > 0 && next < program.size() && speed(program, next) > startSpeedMmPerS;
    return RunOutcome.STOPPED;
  }

  private double speed(LineProgram program, int write) {
    double planned = program.speedMmPerS(write);
    return pace == Pace.PLANNED ? planned : Math.min(planned, Math.sqrt(speedSq));
  }

  /** Whether a hold is over before the write; until then it slows the machine down. */
  private boolean rests(LineProgram program, int write) {
    if (program.restsBefore(write)) {
      return program.mayPauseBefore(write);
    }
    double speed = speed(program, write);
    if (speed <= startSpeedMmPerS * (1 + 1e-6)) {
      return program.mayPauseBefore(write);
    }
    if (pace != Pace.SLOWING_DOWN) {
      pace = Pace.SLOWING_DOWN;
      speedSq = speed * speed;
    }
    return false;
  }

  /** The time to the write, stretched while the machine is slower than planned. */
  private long paced(LineProgram program, int write) {
    long deltaNs = program.deltaNs(write);
    if (program.restsBefore(write)) {
      // from a rest the machine goes on as planned, however slowly it came there
      pace = Pace.PLANNED;
    }
    if (pace == Pace.PLANNED) {
      return deltaNs;
    }
    double planned = program.speedMmPerS(write);
    // constant acceleration: the mean of both speeds, or braking would fall short by a step or two
    double plannedBefore = write == 0 ? planned : program.speedMmPerS(write - 1);
    double alongMm = (plannedBefore + planned) / 2 * deltaNs * 1e-9;
    double gainSq = 2 * program.accelerationMmPerS2(write) * alongMm;
    double startSq = startSpeedMmPerS * startSpeedMmPerS;
    double plannedSq = planned * planned;
    double before = Math.sqrt(Math.min(speedSq, plannedSq));
    if (pace == Pace.SPEEDING_UP) {
      speedSq = Math.max(startSq, Math.min(speedSq, plannedSq)) + gainSq;
      if (speedSq >= plannedSq) {
        pace = Pace.PLANNED;
      }
    } else {
      speedSq = Math.max(startSq, Math.min(speedSq, plannedSq) - gainSq);
    }
    double after = Math.sqrt(Math.min(speedSq, plannedSq));
    double meanMmPerS = (before + after) / 2;
    return meanMmPerS > 0
        ? Math.max(deltaNs, (long) Math.ceil(alongMm / meanMmPerS * 1e9))
        : deltaNs;
  }

  private void noteLateness(LineProgram program, int write, long lateNs) {
    lateness.add(lateNs);
    double speed = speed(program, write);
    double lateSteps = speed * lateNs * 1e-9 / stepMm;
    if (speed > startSpeedMmPerS && lateSteps > UNNOTICED_STEPS) {
      double left = Math.max(startSpeedMmPerS, speed / (1 + lateSteps));
      pace = pace == Pace.SLOWING_DOWN ? pace : Pace.SPEEDING_UP;
      speedSq = left * left;
    }
  }
}
