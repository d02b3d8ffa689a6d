package silverpoint.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.lab.benchmark.Environment;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.benchmark.Results.CandidateResult;
import silverpoint.lab.benchmark.Results.CorpusSummary;
import silverpoint.lab.benchmark.Results.PictureRow;

/** What two runs say of a candidate's accuracy on the pictures that both have. */
class ComparisonTest {
  private static final long SEED = 1;
  private static final List<RegressionGate> GATE =
      List.of(RegressionGate.parse("accuracy.bestF<-2%"));

  @Test
  void plantedLossOfFivePerCentIsFoundThoughPicturesDifferMuchMore() {
    Comparison comparison = compare(scores(100, 1, 0), scores(100, 0.95, 0));
    assertThat(comparison.lines()).singleElement().asString().contains("100 pictures", "worse");
    assertThat(comparison.failures()).singleElement().asString().startsWith("net, bestF");
  }

  @Test
  void noiseIsNoLoss() {
    Comparison comparison = compare(scores(100, 1, 0), scores(100, 1, 0.02));
    assertThat(comparison.lines()).singleElement().asString().doesNotContain("worse", "better");
    assertThat(comparison.failures()).isEmpty();
  }

  @Test
  void gainIsTold() {
    assertThat(compare(scores(100, 0.8, 0), scores(100, 1, 0)).lines())
        .singleElement()
        .asString()
        .endsWith("better");
  }

  @Test
  void picturesThatFailCountAsWrong() {
    List<PictureRow> failing =
        scores(100, 1, 0).stream()
            .map(row ->
                row.name().endsWith("7")
                    ? new PictureRow(row.name(), "", Optional.of("planted"), Map.of())
                    : row)
            .toList();
    assertThat(compare(scores(100, 1, 0), failing).failures()).hasSize(1);
  }

  @Test
  void fewPicturesSayNothing() {
    Comparison comparison = compare(scores(9, 1, 0), scores(9, 0.5, 0));
    assertThat(comparison.lines()).isEmpty();
    assertThat(comparison.failures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"accuracy.bestF>2%", "accuracy.charm<-2%", "latency.p42>5%", "", "speed"})
  void whatIsNoGateIsRefusedWithTheForm(String text) {
    assertThatThrownBy(() -> RegressionGate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latency.p95>+5%")
        .hasMessageContaining("accuracy.bestF<-2%");
  }

  private static Comparison compare(List<PictureRow> before, List<PictureRow> after) {
    return Comparison.of(results(before), results(after), GATE, SEED);
  }

  /** Scores between 0.3 and 1, the same for a name but for the factor and some noise. */
  private static List<PictureRow> scores(int pictures, double factor, double noise) {
    SplittableRandom difficulty = new SplittableRandom(SEED);
    SplittableRandom chance = new SplittableRandom(SEED + 1);
    return IntStream.range(0, pictures)
        .mapToObj(i -> {
          double f = difficulty.nextDouble(0.3, 1) * factor * (1 + noise * chance.nextGaussian());
          return new PictureRow("p" + i, "", Optional.empty(), Map.of("bestF", f));
        })
        .toList();
  }

  private static Results results(List<PictureRow> pictures) {
    CandidateResult candidate =
        new CandidateResult(
            "net",
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            0,
            List.of(),
            Optional.empty(),
            0,
            0,
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            pictures);
    return new Results(
        Results.SCHEMA,
        "2026-01-01T00:00:00Z",
        false,
        new Results.Settings("pictures", SEED, "CPU", 1, 1, 0, 1, 1, 1, 1),
        new Environment("", "", 1, "", 0, 1, "", "", "", List.of(), "", ""),
        new CorpusSummary(pictures.size(), Map.of(), 1),
        List.of(candidate));
  }
}
