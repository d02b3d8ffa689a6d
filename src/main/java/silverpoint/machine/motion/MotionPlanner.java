package silverpoint.machine.motion;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * Plans how the machine follows a line: as fast as its limits allow, looking ahead over the whole
 * line, at rest where an axis reverses. A point added on a straight line does not change the plan
 * (saxi's law).
 */
public final class MotionPlanner {
  private static final double REST_AROUND_TURNS_S = 0.05;

  private final MotionSettings settings;
  private final Box areaMm;

  /**
   * @param areaMm the part of the page that the stylus may enter; a line that leaves it is refused
   */
  public MotionPlanner(MotionSettings settings, Box areaMm) {
    this.settings = settings;
    this.areaMm = areaMm;
  }

  public MotionSettings settings() {
    return settings;
  }

  /**
   * The plan of a machine that has just been homed or parked.
   *
   * @param lineMm from where the stylus stands
   */
  public MotionPlan plan(Polyline lineMm) {
    return plan(lineMm, Backlash.atHome(settings));
  }

  /**
   * The plan of a machine whose knobs were turned before.
   *
   * @param lineMm from where the stylus stands
   * @param backlash the play before the first move
   */
  public MotionPlan plan(Polyline lineMm, Backlash backlash) {
    Path path = Path.of(lineMm, areaMm, settings);
    Reversals x = Reversals.find(path.size(), path::x, settings.x(), backlash.x());
    Reversals y = Reversals.find(path.size(), path::y, settings.y(), backlash.y());
    List<Block> blocks = path.size() < 2 ? List.of() : blocks(path, x, y, backlash);
    int xSteps = 0;
    int ySteps = 0;
    for (Block block : blocks) {
      if (block instanceof TakeUp takeUp) {
        xSteps += takeUp.xSteps();
        ySteps += takeUp.ySteps();
      }
    }
    Backlash after =
        new Backlash(backlash.x().moved(xSteps, x.last()), backlash.y().moved(ySteps, y.last()));
    return new MotionPlan(lineMm.start(), blocks, backlash, after, x.count(), y.count());
  }

  /**
   * Turns the knobs by motor steps, whatever that does to the stylus; ramped, with rests in which
   * the rotors stop swinging.
   */
  public MotionPlan turn(int xSteps, int ySteps) {
    Backlash unknown = Backlash.atHome(settings);
    TakeUp turn = TakeUp.of(xSteps, ySteps, settings).restingFor(REST_AROUND_TURNS_S);
    List<Block> blocks = List.of(turn);
    return new MotionPlan(areaMm.centre(), blocks, unknown, unknown, 0, 0);
  }

  private List<Block> blocks(Path path, Reversals x, Reversals y, Backlash backlash) {
    boolean[] rests = new boolean[path.size()];
    for (int i = 0; i < rests.length; i++) {
      rests[i] = x.newSignAt(i) != 0 || y.newSignAt(i) != 0;
    }
    LookAhead lookAhead = new LookAhead(path, rests, settings);
    List<Block> blocks = new ArrayList<>(path.size() + x.count() + y.count());
    int xOffset = backlash.x().offsetSteps();
    int yOffset = backlash.y().offsetSteps();
    Point from = new Point(path.x(0), path.y(0));
    for (int i = 0; i + 1 < path.size(); i++) {
      if (rests[i]) {
        int xSteps = missing(x.newSignAt(i), settings.x(), xOffset);
        int ySteps = missing(y.newSignAt(i), settings.y(), yOffset);
        blocks.add(TakeUp.of(xSteps, ySteps, settings));
        xOffset += xSteps;
        yOffset += ySteps;
      }
      Point to = new Point(path.x(i + 1), path.y(i + 1));
      blocks.add(new Move(from, to, lookAhead.profile(i)));
      from = to;
    }
    return blocks;
  }

  /** The steps that bring the play of an axis to where it must be in its new direction. */
  private static int missing(int newSign, AxisSettings axis, int offsetSteps) {
    return newSign == 0 ? 0 : Backlash.Play.takenUpSteps(axis, Direction.of(newSign)) - offsetSteps;
  }
}
