package silverpoint.machine.motion;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import silverpoint.foundation.geometry.Point;

/**
 * Turns the plan into motor steps. A step is due when the line crosses the middle between two step
 * positions of its axis; its time follows in closed form from the speed profile, for each axis by
 * itself (as in Klipper; no Bresenham, so that neither axis is rounded to the steps of the other).
 */
public final class StepGenerator {
  private final MotionSettings settings;

  /**
   * @param settings those that the plan was made with
   */
  public StepGenerator(MotionSettings settings) {
    this.settings = settings;
  }

  public StepPlan generate(MotionPlan plan) {
    AxisSteps x =
        new AxisSteps(
            "x",
            settings.x(),
            plan,
            Point::x,
            TakeUp::xSteps,
            TakeUp::xProfile,
            plan.startBacklash().x().offsetSteps());
    AxisSteps y =
        new AxisSteps(
            "y",
            settings.y(),
            plan,
            Point::y,
            TakeUp::ySteps,
            TakeUp::yProfile,
            plan.startBacklash().y().offsetSteps());
    return merge(plan.startBacklash(), x, y, restsNs(plan), beginningsNs(plan));
  }

  /** When the machine begins to rest: twice in each take-up. */
  private static long[] restsNs(MotionPlan plan) {
    LongStream.Builder rests = LongStream.builder();
    double beganS = 0;
    for (Block block : plan.blocks()) {
      if (block instanceof TakeUp takeUp) {
        rests.add(Math.round(beganS * 1e9));
        rests.add(Math.round((beganS + takeUp.restS() + takeUp.turnS()) * 1e9));
      }
      beganS += block.durationS();
    }
    return rests.build().toArray();
  }

  /** When the blocks begin. */
  private static long[] beginningsNs(MotionPlan plan) {
    LongStream.Builder beginnings = LongStream.builder();
    double beganS = 0;
    for (Block block : plan.blocks()) {
      beginnings.add(Math.round(beganS * 1e9));
      beganS += block.durationS();
    }
    return beginnings.build().toArray();
  }

  private static StepPlan merge(
      Backlash startBacklash, AxisSteps x, AxisSteps y, long[] restsNs, long[] beginningsNs) {
    int most = x.count + y.count;
    long[] timeNs = new long[most];
    int[] xAfter = new int[most];
    int[] yAfter = new int[most];
    float[] speed = new float[most];
    float[] acceleration = new float[most];
    byte[] flags = new byte[most];
    int size = 0;
    int rest = 0;
    int beginning = 0;
    int i = 0;
    int j = 0;
    while (i < x.count || j < y.count) {
      long xNs = i < x.count ? x.timeNs[i] : Long.MAX_VALUE;
      long yNs = j < y.count ? y.timeNs[j] : Long.MAX_VALUE;
      timeNs[size] = Math.min(xNs, yNs);
      AxisSteps leader = xNs <= yNs ? x : y;
      int lead = xNs <= yNs ? i : j;
      speed[size] = leader.speedMmPerS[lead];
      acceleration[size] = leader.accelerationMmPerS2[lead];
      flags[size] |= xNs <= yNs && x.takesUp[i] ? StepPlan.X_TAKES_UP : 0;
      flags[size] |= yNs <= xNs && y.takesUp[j] ? StepPlan.Y_TAKES_UP : 0;
      while (rest < restsNs.length && restsNs[rest] < timeNs[size]) {
        flags[size] |= StepPlan.AFTER_REST;
        rest++;
      }
      while (beginning < beginningsNs.length && beginningsNs[beginning] <= timeNs[size]) {
        flags[size] |= StepPlan.BEGINS_BLOCK;
        beginning++;
      }
      i += xNs <= yNs ? 1 : 0;
      j += yNs <= xNs ? 1 : 0;
      xAfter[size] = x.positionAfter(i);
      yAfter[size] = y.positionAfter(j);
      size++;
    }
    return StepPlan.of(
        x.start,
        y.start,
        startBacklash,
        Arrays.copyOf(timeNs, size),
        Arrays.copyOf(xAfter, size),
        Arrays.copyOf(yAfter, size),
        Arrays.copyOf(speed, size),
        Arrays.copyOf(acceleration, size),
        Arrays.copyOf(flags, size));
  }

  /** The steps of one axis, in the order of their times. */
  private static final class AxisSteps {
    private final String name;
    private final AxisSettings settings;
    private final int start;
    private final long floorNs;
    private long[] timeNs;
    private int[] position;
    private float[] speedMmPerS;
    private float[] accelerationMmPerS2;
    private boolean[] takesUp;
    private int count;

    AxisSteps(
        String name,
        AxisSettings settings,
        MotionPlan plan,
        ToDoubleFunction<Point> mm,
        ToIntFunction<TakeUp> takeUpSteps,
        Function<TakeUp, SpeedProfile> takeUpProfile,
        int offsetSteps) {
      this.name = name;
      this.settings = settings;
      floorNs = settings.minimumStepIntervalNs();
      start = settings.stepsAt(mm.applyAsDouble(plan.startMm())) + offsetSteps;
      timeNs = new long[4096];
      position = new int[4096];
      speedMmPerS = new float[4096];
      accelerationMmPerS2 = new float[4096];
      takesUp = new boolean[4096];
      double beganS = 0;
      for (Block block : plan.blocks()) {
        switch (block) {
          case Move move ->
              addMove(
                  mm.applyAsDouble(move.fromMm()),
                  mm.applyAsDouble(move.toMm()),
                  move.profile(),
                  beganS);
          case TakeUp takeUp ->
              addTakeUp(
                  takeUpSteps.applyAsInt(takeUp),
                  takeUpProfile.apply(takeUp),
                  takeUp,
                  beganS + takeUp.restS());
        }
        beganS += block.durationS();
      }
    }

    int positionAfter(int steps) {
      return steps == 0 ? start : position[steps - 1];
    }

    private void addMove(double fromMm, double toMm, SpeedProfile profile, double beganS) {
      int first = settings.stepsAt(fromMm);
      int steps = settings.stepsAt(toMm) - first;
      int sign = Integer.signum(steps);
      double mmPerAxisMm = profile.lengthMm() / (toMm - fromMm);
      for (int k = 0; k < steps * sign; k++) {
        double crossingMm = (first + sign * (k + 0.5)) / settings.stepsPerMm();
        double alongMm = (crossingMm - fromMm) * mmPerAxisMm;
        double atMm = Math.clamp(alongMm, 0, profile.lengthMm());
        add(
            beganS + profile.timeAtS(atMm),
            sign,
            profile.speedAtMm(atMm),
            profile.accelerationMmPerS2(),
            false);
      }
    }

    private void addTakeUp(int steps, SpeedProfile profile, TakeUp takeUp, double beganS) {
      int sign = Integer.signum(steps);
      for (int k = 0; k < steps * sign; k++) {
        double timeS = profile.timeAtS((k + 0.5) / settings.stepsPerMm());
        add(beganS + timeS, sign, takeUp.speedAtS(timeS), profile.accelerationMmPerS2(), true);
      }
    }

    private void add(double timeS, int sign, double speed, double acceleration, boolean ofTakeUp) {
      if (count == timeNs.length) {
        timeNs = Arrays.copyOf(timeNs, 2 * count);
        position = Arrays.copyOf(position, 2 * count);
        speedMmPerS = Arrays.copyOf(speedMmPerS, 2 * count);
        accelerationMmPerS2 = Arrays.copyOf(accelerationMmPerS2, 2 * count);
        takesUp = Arrays.copyOf(takesUp, 2 * count);
      }
      long ns = Math.round(timeS * 1e9);
      if (count > 0 && ns - timeNs[count - 1] < floorNs) {
        throw new IllegalStateException(
            "step %d of %s comes %d ns after the one before, below the floor of %d ns"
                .formatted(count, name, ns - timeNs[count - 1], floorNs));
      }
      timeNs[count] = ns;
      position[count] = positionAfter(count) + sign;
      speedMmPerS[count] = (float) speed;
      accelerationMmPerS2[count] = (float) acceleration;
      takesUp[count] = ofTakeUp;
      count++;
    }
  }
}
