package silverpoint.foundation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceTest {
  private static final double WORTH_TELLING = 0.05;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 15);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseOfThreePercentIsNoDifference(int seed) {
    Random random = new Random(seed);
    assertThat(verdict(noisy(random, 10), noisy(random, 10))).isEqualTo(Difference.Verdict.SAME);
    double drift = 1 + 0.03 * (2 * random.nextDouble() - 1);
    assertThat(verdict(noisy(random, 10), noisy(random, 10 * drift)))
        .isEqualTo(Difference.Verdict.SAME);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void plantedTenPercentAreFound(int seed) {
    Random random = new Random(seed);
    assertThat(verdict(noisy(random, 10), noisy(random, 11))).isEqualTo(Difference.Verdict.MORE);
    assertThat(verdict(noisy(random, 11), noisy(random, 9.8))).isEqualTo(Difference.Verdict.LESS);
  }

  @Test
  void fewWildSamplesAreUnclear() {
    assertThat(verdict(new double[] {8, 14, 9, 17}, new double[] {9, 13, 8, 18}))
        .isEqualTo(Difference.Verdict.UNCLEAR);
  }

  @Test
  void nothingBeforeAndAfterIsNoChangeAndSomethingAfterNothingIsMore() {
    double[] nothing = new double[30];
    double[] something = IntStream.range(0, 30).mapToDouble(i -> 5 + i).toArray();
    assertThat(verdict(nothing, nothing)).isEqualTo(Difference.Verdict.SAME);
    assertThat(verdict(nothing, something)).isEqualTo(Difference.Verdict.MORE);
    Bootstrap bootstrap = new Bootstrap(1);
    Difference none = Difference.ofPairs(nothing, nothing, WORTH_TELLING, bootstrap);
    assertThat(none.change()).isZero();
    assertThat(none.verdict()).isEqualTo(Difference.Verdict.SAME);
    assertThat(Difference.ofPairs(nothing, something, WORTH_TELLING, bootstrap).verdict())
        .isEqualTo(Difference.Verdict.MORE);
    assertThat(Distribution.of(nothing).spread()).isZero();
  }

  @Test
  void quantilesNeedTenSamplesBeyondThem() {
    double[] hundred = IntStream.range(0, 100).asDoubleStream().toArray();
    assertThat(Distribution.of(hundred).quantile(0.9)).isPresent();
    assertThat(Distribution.of(hundred).quantile(0.99)).isEmpty();
    assertThat(Distribution.samplesFor(0.99)).isEqualTo(1000);
  }

  private static Difference.Verdict verdict(double[] before, double[] after) {
    return Difference.of(before, after, Figure.P50, WORTH_TELLING, new Bootstrap(1)).verdict();
  }

  private static double[] noisy(Random random, double mean) {
    return IntStream.range(0, 200)
        .mapToDouble(i -> mean * (1 + 0.03 * random.nextGaussian()))
        .toArray();
  }
}
