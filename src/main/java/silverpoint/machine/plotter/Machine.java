package silverpoint.machine.plotter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.motion.AxisSettings;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.MachinePosition.State;

/**
 * A plotter that knows where its stylus stands, as far as anybody does. It draws only plans that
 * start there, and follows them event by event, so that a plan may be held, given up, and gone on
 * with after a restart. Of real motors the position is kept on disk.
 */
public final class Machine extends ForwardingPlotter {
  private static final double PAST_PLAY_MM = 1;

  private final MotionSettings motion;
  private final Box areaMm;
  private final Point homeMm;
  private final Optional<PositionNotes> notes;
  private volatile MachinePosition position;
  private Optional<StepPlan> held = Optional.empty();

  /**
   * @param motors this machine alone drives them
   * @param areaMm that the stylus may enter
   * @param homeMm the corner where its place is made certain, and where it is looked for when there
   *     are no notes
   * @param notes what is known of the position; without them it is not kept
   */
  public Machine(
      Plotter motors,
      MotionSettings motion,
      Box areaMm,
      Point homeMm,
      Optional<PositionNotes> notes) {
    this(motors, motion, areaMm, homeMm, homeMm, notes);
  }

  /**
   * A machine whose position is not kept.
   *
   * @param standsMm where its stylus was parked
   */
  public Machine(Plotter motors, MotionSettings motion, Box areaMm, Point homeMm, Point standsMm) {
    this(motors, motion, areaMm, homeMm, standsMm, Optional.empty());
  }

  private Machine(
      Plotter motors,
      MotionSettings motion,
      Box areaMm,
      Point homeMm,
      Point standsMm,
      Optional<PositionNotes> notes) {
    super(motors);
    this.motion = motion;
    this.areaMm = areaMm;
    this.homeMm = homeMm;
    this.notes = notes;
    State unless = notes.isEmpty() ? State.AT_REST : State.UNCERTAIN;
    position = notes.flatMap(PositionNotes::read).orElse(homedAt(standsMm, unless, 0, 0));
    turnedBefore(position.xTurned(), position.yTurned());
  }

  /** What is known of the position; while the machine draws, that of the start. */
  public MachinePosition position() {
    return position;
  }

  /** Whether a plan may be drawn; otherwise a person must bring the stylus home. */
  public boolean isPositionCertain() {
    return position.isCertain();
  }

  /** Where the stylus stands; a step outside of the area counts as on its border. */
  public Point stylusMm() {
    Point at = position.stylusMm(motion);
    Point inside = inside(at);
    double stepMm = 1 / Math.min(motion.x().stepsPerMm(), motion.y().stepsPerMm());
    return inside.distanceTo(at) <= stepMm ? inside : at;
  }

  /** The motion along a line that starts where the stylus stands. */
  public MotionPlan plan(Polyline lineMm) {
    requireCertain();
    return new MotionPlanner(motion, areaMm).plan(lineMm, position.backlash());
  }

  @Override
  public RunOutcome draw(StepPlan plan, int firstEvent) {
    if (held.isPresent()) {
      throw new IllegalStateException("the plan before is held; resume or abandon it");
    }
    requireCertain();
    requireStandsAt(plan, firstEvent);
    return run(plan, firstEvent, true, () -> super.draw(plan, firstEvent));
  }

  @Override
  public RunOutcome resume() {
    StepPlan plan = held.orElseThrow(() -> new IllegalStateException("no plan is held"));
    return run(plan, position.event(), true, super::resume);
  }

  @Override
  public void abandon() {
    super.abandon();
    held = Optional.empty();
  }

  /** Turns the knobs; afterwards nobody knows exactly where the stylus stands. */
  public void turn(StepPlan plan) {
    if (run(plan, 0, false, () -> super.draw(plan, 0)) != RunOutcome.FINISHED) {
      abandon();
      throw new PlotterException("interrupted; look where the stylus is");
    }
  }

  /**
   * Draws to where a plan is to start: up or down, then across. On a toy that cannot lift its
   * stylus that line shows: erase after it.
   */
  public RunOutcome park(Point startMm) {
    if (position.isCertain() && isParkedAt(startMm)) {
      return RunOutcome.FINISHED;
    }
    Point at = stylusMm();
    // a little beyond and back, so that the play is taken up as after homing
    Point beyond =
        inside(
            startMm.minus(
                new Point(
                    PAST_PLAY_MM * motion.x().homeApproach().sign(),
                    PAST_PLAY_MM * motion.y().homeApproach().sign())));
    Polyline line = new Polyline(List.of(at, new Point(at.x(), beyond.y()), beyond, startMm));
    return draw(new StepGenerator(motion).generate(plan(line)));
  }

  /** Whether a plan that begins there, its play taken up as after homing, may be drawn. */
  public boolean isParkedAt(Point startMm) {
    MachinePosition parked = homedAt(startMm, State.AT_REST, 0, 0);
    return position.xMotorSteps() == parked.xMotorSteps()
        && position.yMotorSteps() == parked.yMotorSteps()
        && position.backlash().equals(parked.backlash());
  }

  private Point inside(Point atMm) {
    return new Point(
        Math.clamp(atMm.x(), areaMm.x(), areaMm.right()),
        Math.clamp(atMm.y(), areaMm.y(), areaMm.bottom()));
  }

  /**
   * Takes the place of the stylus for home, after the knobs have gone a little back and forth so
   * that the play is taken up as the settings say.
   */
  public void declareHome() {
    int x = approach(motion.x());
    int y = approach(motion.y());
    Knobs knobs = new Knobs(this::turn, motion);
    knobs.turn(-x, -y);
    knobs.turn(x, y);
    rest(homedAt(homeMm, State.AT_REST, position.xTurned(), position.yTurned()));
  }

  private static int approach(AxisSettings axis) {
    int steps = axis.backlashSteps() + (int) Math.round(PAST_PLAY_MM * axis.stepsPerMm());
    return axis.homeApproach().sign() * steps;
  }

  private MachinePosition homedAt(Point atMm, State state, int xTurned, int yTurned) {
    Backlash play = Backlash.atHome(motion);
    return new MachinePosition(
        state,
        (int) Math.round(atMm.x() * motion.x().stepsPerMm()) + play.x().offsetSteps(),
        (int) Math.round(atMm.y() * motion.y().stepsPerMm()) + play.y().offsetSteps(),
        play,
        xTurned,
        yTurned,
        0,
        0);
  }

  private void requireCertain() {
    if (!position.isCertain()) {
      throw new PlotterException(
          "nobody knows where the stylus stands (last seen near %s): jog it to the corner of the"
                  .formatted(position.near(motion))
              + " margin, then declare home");
    }
  }

  private void requireStandsAt(StepPlan plan, int event) {
    if (plan.xAfter(event) != position.xMotorSteps()
        || plan.yAfter(event) != position.yMotorSteps()) {
      throw new IllegalArgumentException(
          "the plan goes on at motor steps %d, %d; the machine stands at %d, %d"
              .formatted(
                  plan.xAfter(event),
                  plan.yAfter(event),
                  position.xMotorSteps(),
                  position.yMotorSteps()));
    }
  }

  /**
   * What happens to the drawing, where the stylus stands, and whether that is noted, are three
   * things: a disk that takes no note stops the machine only before its first step.
   *
   * @param known whether the stylus follows the plan, which it does not when knobs are only turned
   */
  private RunOutcome run(StepPlan plan, int from, boolean known, Supplier<RunOutcome> drawing) {
    MachinePosition before = position;
    Following following = new Following(before, plan, from, known, known ? plan.fingerprint() : 0);
    notes.ifPresent(
        noted -> noted.depart(before, () -> following.at(made(plan, from), State.MOVING)));
    position = following.at(from, State.MOVING);
    State after = State.UNCERTAIN;
    boolean begun = true;
    try {
      RunOutcome outcome = drawing.get();
      held = outcome == RunOutcome.HELD ? Optional.of(plan) : Optional.empty();
      boolean certain = known && progress().positionCertain();
      after =
          !certain ? State.UNCERTAIN : outcome == RunOutcome.FINISHED ? State.AT_REST : State.HELD;
      return outcome;
    } catch (NotBegunException e) {
      begun = false;
      throw e;
    } finally {
      // a machine that refuses a plan has not begun it
      boolean moved = begun && progress().plan() == plan;
      rest(moved ? following.at(made(plan, from), after) : before);
    }
  }

  private int made(StepPlan plan, int from) {
    PlotProgress progress = progress();
    return progress.plan() == plan ? progress.eventsMade() : from;
  }

  private void rest(MachinePosition at) {
    position = at;
    notes.ifPresent(noted -> noted.rest(at));
  }

  /** Why it is not noted on disk where the stylus stands; empty when it is. */
  public Optional<String> notNoted() {
    return notes.flatMap(PositionNotes::trouble);
  }

  /** Notes where the stylus stands, if the disk takes it by now. */
  public void noteAgain() {
    notes.ifPresent(PositionNotes::tryAgain);
  }

  @Override
  public void close() {
    try {
      super.close();
    } finally {
      notes.ifPresent(PositionNotes::close);
    }
  }
}
