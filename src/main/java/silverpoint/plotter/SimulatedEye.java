package silverpoint.plotter;

import java.util.ArrayList;
import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.motion.Direction;

/** Watches the simulated stylus with limited sharpness. */
public final class SimulatedEye implements CalibrationEye {
  private final SimulatedEtchASketch toy;
  private final double sharpnessMm;
  private final List<Point> corners = new ArrayList<>();
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
    return read(Math.abs(at(axis) - markMm));
  }

  @Override
  public void corner() {
    corners.add(toy.stylusMm());
  }

  @Override
  public Diagonals diagonals() {
    List<Point> last = corners.subList(corners.size() - 4, corners.size());
    return new Diagonals(
        read(last.get(0).distanceTo(last.get(2))), read(last.get(1).distanceTo(last.get(3))));
  }

  private double read(double lengthMm) {
    return Math.rint(lengthMm / sharpnessMm) * sharpnessMm;
  }

  private double at(Axis axis) {
    Point stylus = toy.stylusMm();
    return axis == Axis.X ? stylus.x() : stylus.y();
  }
}
