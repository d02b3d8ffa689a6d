package silverpoint.machine.simulator;

import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.StepPlan;

/**
 * The toy in software. It sees only motor steps and their times: each axis' rotor may lose steps,
 * its play swallows part of every reversal, and the frame stops the stylus, after which the cable
 * slips. One thread may turn the knobs while others look or shake it.
 */
public final class SimulatedEtchASketch {
  private final ToySettings settings;
  private final Point homeMm;
  private final double lean;
  private final Axis x;
  private final Axis y;
  private StylusTrace.Recorder recorder;
  private long startNs;

  /** A toy whose stylus stands at home. */
  public SimulatedEtchASketch(ToySettings settings, Point homeMm) {
    this(settings, homeMm, 1);
  }

  /**
   * @param torque of both motors, as a share of what the settings say
   */
  public SimulatedEtchASketch(ToySettings settings, Point homeMm, double torque) {
    Box screen = settings.screenMm();
    if (!screen.contains(homeMm)) {
      throw new IllegalArgumentException(
          "home " + homeMm + " lies outside of the screen " + screen);
    }
    this.settings = settings;
    this.homeMm = homeMm;
    lean = Math.tan(Math.toRadians(settings.skewDeg()));
    x = new Axis(settings.x(), homeMm.x(), settings.screenWidthMm(), torque);
    y = new Axis(settings.y(), homeMm.y(), settings.screenHeightMm(), torque);
    recorder = new StylusTrace.Recorder();
    recorder.add(0, homeMm.x(), homeMm.y());
  }

  /** Makes the steps of the plan at their times, one plan after the other. */
  public void draw(StepPlan plan) {
    for (int i = 0; i < plan.size(); i++) {
      step(plan.xStep(i), plan.yStep(i), startNs + plan.timeNs(i));
    }
    startNs += plan.durationNs();
  }

  /** One step of one motor or of both: -1, 0 or 1. */
  public synchronized void step(int xStep, int yStep, long timeNs) {
    x.step(xStep, timeNs);
    y.step(yStep, timeNs);
    Point stylus = stylusMm();
    recorder.add(timeNs, stylus.x(), stylus.y());
  }

  public ToySettings settings() {
    return settings;
  }

  /** Where the stylus stands. */
  public synchronized Point stylusMm() {
    return new Point(x.stylusMm + (y.stylusMm - homeMm.y()) * lean, y.stylusMm);
  }

  /** Shakes the toy: the page is blank, the stylus stays where it stands. */
  public synchronized void erase() {
    recorder = new StylusTrace.Recorder();
    Point stylus = stylusMm();
    recorder.add(0, stylus.x(), stylus.y());
  }

  /** Where the stylus went since the toy was blank. */
  public synchronized StylusTrace trace() {
    return recorder.trace();
  }

  /** Steps that the motors could not follow so far. */
  public synchronized int lostSteps() {
    return x.rotor.lost() + y.rotor.lost();
  }

  /** Motion of the knobs that the frame has swallowed so far, mm: the position is off by it. */
  public synchronized double lostAtFrameMm() {
    return x.lostAtFrameMm + y.lostAtFrameMm;
  }

  private static final class Axis {
    private final ToyAxisSettings settings;
    private final SimulatedRotor rotor;
    private final SimulatedPlay play;
    private final double limitMm;
    private double originMm;
    private double stylusMm;
    private double lostAtFrameMm;

    Axis(ToyAxisSettings settings, double homeMm, double limitMm, double torque) {
      this.settings = settings;
      this.limitMm = limitMm;
      rotor = new SimulatedRotor(settings, torque);
      play = new SimulatedPlay(settings);
      originMm = homeMm;
      stylusMm = homeMm;
    }

    public void step(int direction, long timeNs) {
      if (direction == 0) {
        return;
      }
      rotor.step(direction, timeNs);
      double freeMm = originMm + play.stylusSteps(rotor.position()) / settings.stepsPerMm();
      stylusMm = Math.clamp(freeMm, 0, limitMm);
      originMm += stylusMm - freeMm;
      lostAtFrameMm += Math.abs(stylusMm - freeMm);
    }
  }
}
