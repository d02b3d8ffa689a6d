package silverpoint.machine.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.Drawn;

class SimulatedEtchASketchTest {
  private static final Point HOME = new Point(3, 4);

  /** 10 steps/mm, stiff. */
  private static final ToyAxisSettings STIFF =
      new ToyAxisSettings(10, 0, 0, 16, 2000, 6000, Direction.POSITIVE);

  private final SimulatedEtchASketch toy =
      new SimulatedEtchASketch(new ToySettings(20, 20, 0, STIFF, STIFF), HOME);

  @Test
  void standsAtHomeBeforeItDraws() {
    assertThat(toy.trace().size()).isEqualTo(1);
    assertThat(toy.trace().atMm(0)).isEqualTo(HOME);
    assertThat(toy.trace().timeNs(0)).isZero();
  }

  @Test
  void refusesAHomeOutsideOfTheScreen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimulatedEtchASketch(toy.settings(), new Point(21, 4)))
        .withMessageContaining("Point[x=21.0, y=4.0]");
  }

  /** One thread shakes it, another one looks. */
  @Test
  void aBlankToyShowsItsStylusAtOnce() {
    AtomicBoolean shaken = new AtomicBoolean(true);
    CompletableFuture<Void> hands =
        CompletableFuture.runAsync(() -> {
          while (shaken.get()) {
            toy.erase();
          }
        });
    try {
      for (int look = 0; look < 20_000; look++) {
        assertThat(toy.trace().size()).as("look %d", look).isEqualTo(1);
      }
    } finally {
      shaken.set(false);
      hands.join();
    }
  }

  @Test
  void stepsMoveTheStylus() {
    toy.draw(horizontal(40, 15));
    assertThat(toy.trace().size()).isEqualTo(1 + 40 + 15);
    assertThat(toy.trace().atMm(40).x()).isCloseTo(7, within(1e-9));
    assertThat(end().x()).isCloseTo(5.5, within(1e-9));
    assertThat(end().y()).isEqualTo(4);
    assertThat(toy.lostSteps()).isZero();
  }

  @Test
  void theFrameStopsTheStylusAndTheMotionIsLost() {
    // 17 mm lie between home and the right frame; 3 mm of 20 are lost, then 8 mm come back
    toy.draw(horizontal(200, 80));
    double rightmost =
        IntStream.range(0, toy.trace().size())
            .mapToDouble(i -> toy.trace().atMm(i).x())
            .max()
            .orElseThrow();
    assertThat(rightmost).isEqualTo(20);
    assertThat(toy.lostAtFrameMm()).isCloseTo(3, within(1e-9));
    assertThat(end().x()).isCloseTo(12, within(1e-9));
  }

  @Test
  void timesGoOnFromOnePlanToTheNext() {
    StepPlan plan = horizontal(10, 0);
    toy.draw(plan);
    toy.draw(plan);
    assertThat(toy.trace().timeNs(20)).isEqualTo(2 * plan.durationNs());
  }

  @ParameterizedTest(name = "{0}, after {1} of the events")
  @CsvSource({"classic, 0.5", "classic, 0.123", "pocket, 0.75", "pocket, 0"})
  void aPlanInTwoPartsEqualsTheWhole(String name, double share) {
    Drawn drawn = Drawn.portrait(name, 1, 200);
    StepPlan whole = drawn.stepPlan();
    int middle = (int) (share * whole.size());
    SimulatedEtchASketch inParts = drawn.toy();
    inParts.draw(part(whole, 0, middle));
    inParts.draw(part(whole, middle, whole.size()));
    StylusTrace trace = drawn.trace();
    StylusTrace partsTrace = inParts.trace();
    assertThat(partsTrace.size()).isEqualTo(trace.size()).isGreaterThan(10_000);
    for (int i = 0; i < trace.size(); i++) {
      assertThat(partsTrace.timeNs(i)).isEqualTo(trace.timeNs(i));
      assertThat(partsTrace.atMm(i)).isEqualTo(trace.atMm(i));
    }
  }

  @ParameterizedTest(name = "{0} mm")
  @ValueSource(doubles = {0.01, 0.25, 1})
  void theLineKeepsItsEndsAndItsSpacing(double spacingMm) {
    toy.draw(horizontal(43, 11));
    var line = toy.trace().lineMm(spacingMm);
    assertThat(line.getFirst()).isEqualTo(HOME);
    assertThat(line.getLast()).isEqualTo(end());
    for (int i = 1; i < line.size() - 1; i++) {
      assertThat(line.get(i).distanceTo(line.get(i - 1))).isBetween(spacingMm, spacingMm + 0.1);
    }
  }

  private Point end() {
    return toy.trace().atMm(toy.trace().size() - 1);
  }

  /** Steps of x at 100 steps/s. */
  private static StepPlan horizontal(int right, int left) {
    int[] x = new int[right + left];
    Arrays.setAll(x, i -> i < right ? i + 1 : 2 * right - i - 1);
    long[] timeNs = new long[x.length];
    Arrays.setAll(timeNs, i -> (i + 1) * 10_000_000L);
    return StepPlan.of(0, 0, timeNs, x, new int[x.length]);
  }

  private static StepPlan part(StepPlan plan, int from, int to) {
    long beganNs = from == 0 ? 0 : plan.timeNs(from - 1);
    return StepPlan.of(
        plan.xAfter(from),
        plan.yAfter(from),
        IntStream.range(from, to).mapToLong(i -> plan.timeNs(i) - beganNs).toArray(),
        IntStream.range(from, to).map(i -> plan.xAfter(i + 1)).toArray(),
        IntStream.range(from, to).map(i -> plan.yAfter(i + 1)).toArray());
  }
}
