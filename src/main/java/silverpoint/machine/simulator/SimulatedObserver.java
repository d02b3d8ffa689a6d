package silverpoint.machine.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.calibration.CalibrationObserver;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.plotter.PlotterException;

/** Watches the simulated stylus with limited sharpness, and jogs as a person does. */
public final class SimulatedObserver implements CalibrationObserver {
  private static final int MOST_JOGS = 1000;
  private static final double CLOSE_MM = 1;

  /** Nobody knows how far the stylus goes before the toy is measured. */
  private static final double CAREFUL = 0.8;

  private final SimulatedEtchASketch toy;
  private final double sharpnessMm;
  private final BiConsumer<Step, StylusTrace> shown;
  private final List<Point> corners = new ArrayList<>();
  private final List<Double> teethMm = new ArrayList<>();
  private double markMm;
  private Point fromMm;

  /**
   * @param sharpnessMm lines that are nearer look the same; the ruler is read to this
   */
  public SimulatedObserver(SimulatedEtchASketch toy, double sharpnessMm) {
    this(toy, sharpnessMm, (step, trace) -> {});
  }

  /**
   * @param sharpnessMm lines that are nearer look the same; the ruler is read to this
   * @param shown told what the toy shows at the end of each part, before it is shaken blank
   */
  public SimulatedObserver(
      SimulatedEtchASketch toy, double sharpnessMm, BiConsumer<Step, StylusTrace> shown) {
    this.toy = toy;
    this.sharpnessMm = sharpnessMm;
    this.shown = shown;
    fromMm = toy.stylusMm();
  }

  @Override
  public void begin(Step step) {
    fromMm = toy.stylusMm();
  }

  @Override
  public void end(Step step) {
    shown.accept(step, toy.trace());
    toy.erase();
  }

  @Override
  public void bring(Axis axis, Direction side, double fromEdgeMm, DoubleConsumer jog) {
    ToySettings truth = toy.settings();
    double sizeMm = axis == Axis.X ? truth.screenWidthMm() : truth.screenHeightMm();
    double stepMm = 1 / (axis == Axis.X ? truth.x() : truth.y()).stepsPerMm();
    double toMm = side == Direction.NEGATIVE ? fromEdgeMm : sizeMm - fromEdgeMm;
    for (int i = 0; i < MOST_JOGS; i++) {
      double leftMm = toMm - at(axis);
      if (Math.abs(leftMm) < Math.max(sharpnessMm, stepMm)) {
        return;
      }
      jog.accept(Math.abs(leftMm) < CLOSE_MM ? leftMm : CAREFUL * leftMm);
    }
    throw new PlotterException(axis + ": the stylus does not come to " + toMm + " mm");
  }

  @Override
  public double travelledMm(Axis axis) {
    double lengthMm = toy.stylusMm().distanceTo(fromMm);
    fromMm = toy.stylusMm();
    return read(lengthMm);
  }

  @Override
  public double sharpnessMm() {
    return sharpnessMm;
  }

  @Override
  public void mark(Axis axis) {
    markMm = acrossRail(axis);
    teethMm.clear();
  }

  @Override
  public void tooth(Axis axis) {
    teethMm.add(acrossRail(axis));
  }

  @Override
  public int toothAtRail(Axis axis, Direction back, int teeth) {
    int nearest = 0;
    for (int i = 1; i < teeth; i++) {
      if (offMm(i) < offMm(nearest)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** A rail down leans as the axis of y does. */
  private double acrossRail(Axis axis) {
    double lean = Math.tan(Math.toRadians(toy.settings().skewDeg()));
    return axis == Axis.X ? at(Axis.X) - lean * at(Axis.Y) : at(Axis.Y);
  }

  private double offMm(int tooth) {
    return read(Math.abs(teethMm.get(tooth) - markMm));
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
