package silverpoint.plotter;

import silverpoint.geometry.Point;
import silverpoint.motion.Direction;

/** Watches the simulated stylus with limited sharpness. */
public final class SimulatedEye implements CalibrationEye {
  private final SimulatedEtchASketch toy;
  private final double sharpnessMm;
  private double markMm;

  /**
   * @param sharpnessMm lines that are nearer look the same; the ruler is read to this
   */
  public SimulatedEye(SimulatedEtchASketch toy, double sharpnessMm) {
    this.toy = toy;
    this.sharpnessMm = sharpnessMm;
  }

  @Override
  public void mark(Axis axis) {
    markMm = at(axis);
  }

  @Override
  public Seen compare(Axis axis, Direction back) {
    double pastMm = (at(axis) - markMm) * back.sign();
    if (Math.abs(pastMm) < sharpnessMm) {
      return Seen.SAME;
    }
    return pastMm < 0 ? Seen.SHORT : Seen.FAR;
  }

  @Override
  public double travelledMm(Axis axis) {
    return Math.rint(Math.abs(at(axis) - markMm) / sharpnessMm) * sharpnessMm;
  }

  private double at(Axis axis) {
    Point stylus = toy.stylusMm();
    return axis == Axis.X ? stylus.x() : stylus.y();
  }
}
