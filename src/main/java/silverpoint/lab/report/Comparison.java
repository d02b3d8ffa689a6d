package silverpoint.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import silverpoint.foundation.statistics.Bootstrap;
import silverpoint.foundation.statistics.Difference;
import silverpoint.foundation.statistics.Figure;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.benchmark.Results.CandidateResult;
import silverpoint.lab.benchmark.Results.LoadResult;
import silverpoint.lab.benchmark.Results.PictureRow;
import silverpoint.lab.report.RegressionGate.PictureFigure;

/**
 * Two runs side by side: latencies of the candidates and scenarios that both have, and figures of
 * the pictures that both have judged.
 *
 * @param lines for people, one a candidate and scenario
 * @param failures lines that break the gate; a candidate that cannot be measured breaks any
 */
public record Comparison(List<String> lines, List<String> failures) {
  /** Runs of the same thing differ by this much without a reason. */
  private static final double WORTH_TELLING = 0.05;

  /** On the same pictures nothing but the candidate differs. */
  private static final double ACCURACY_WORTH_TELLING = 0.01;

  /** An interval over fewer pictures would promise too much. */
  private static final int LEAST_PICTURES = 10;

  public Comparison {
    lines = List.copyOf(lines);
    failures = List.copyOf(failures);
  }

  /** Compares; the gate breaks only where the whole interval lies above it. */
  public static Comparison of(
      Results before, Results after, List<RegressionGate> gates, long seed) {
    List<String> lines = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (CandidateResult candidate : after.candidates()) {
      for (LoadResult load : candidate.loads()) {
        before.candidates().stream()
            .filter(old -> old.name().equals(candidate.name()))
            .flatMap(old -> old.loads().stream())
            .filter(old -> old.scenario().equals(load.scenario()))
            .findFirst()
            .ifPresent(old -> compare(candidate.name(), old, load, gates, seed, lines, failures));
      }
      before.candidates().stream()
          .filter(old -> old.name().equals(candidate.name()))
          .forEach(old -> compareAccuracy(old, candidate, gates, seed, lines, failures));
    }
    if (!gates.isEmpty()) {
      after.candidates().stream()
          .filter(candidate -> candidate.refusal().isPresent())
          .filter(candidate -> wasMeasured(before, candidate.name()))
          .forEach(lost ->
              failures.add(lost.name() + " was measured before: " + lost.refusal().orElseThrow()));
    }
    return new Comparison(lines, failures);
  }

  private static boolean wasMeasured(Results before, String name) {
    return before.candidates().stream()
        .anyMatch(old -> old.name().equals(name) && !old.loads().isEmpty());
  }

  private static void compare(
      String name,
      LoadResult before,
      LoadResult after,
      List<RegressionGate> gates,
      long seed,
      List<String> lines,
      List<String> failures) {
    if (before.samplesMs().isEmpty() || after.samplesMs().isEmpty()) {
      return;
    }
    lines.add(
        line(name, after, Figure.P50, difference(before, after, Figure.P50, WORTH_TELLING, seed)));
    for (RegressionGate gate : gates) {
      if (gate instanceof RegressionGate.Latency(Figure figure, double increase)) {
        Difference difference = difference(before, after, figure, increase, seed);
        if (difference.verdict() == Difference.Verdict.MORE) {
          failures.add(line(name, after, figure, difference));
        }
      }
    }
  }

  private static void compareAccuracy(
      CandidateResult before,
      CandidateResult after,
      List<RegressionGate> gates,
      long seed,
      List<String> lines,
      List<String> failures) {
    for (PictureFigure figure : PictureFigure.values()) {
      Map<String, Double> old = figures(before, figure);
      Map<String, Double> now = figures(after, figure);
      List<String> pictures =
          after.pictures().stream().map(PictureRow::name).filter(old::containsKey).toList();
      double[] was = pictures.stream().mapToDouble(old::get).toArray();
      // a picture that fails since then has nothing right
      double[] is = pictures.stream().mapToDouble(name -> now.getOrDefault(name, 0.0)).toArray();
      if (pictures.size() < LEAST_PICTURES || Arrays.stream(was).sum() == 0) {
        continue;
      }
      Bootstrap bootstrap = new Bootstrap(seed);
      Difference told = Difference.ofPairs(was, is, ACCURACY_WORTH_TELLING, bootstrap);
      lines.add(accuracyLine(after.name(), figure, pictures.size(), told));
      for (RegressionGate gate : gates) {
        if (gate instanceof RegressionGate.Accuracy(PictureFigure of, double decrease)
            && of == figure) {
          Difference difference = Difference.ofPairs(was, is, decrease, bootstrap);
          if (difference.verdict() == Difference.Verdict.LESS) {
            failures.add(accuracyLine(after.name(), figure, pictures.size(), difference));
          }
        }
      }
    }
  }

  private static Map<String, Double> figures(CandidateResult candidate, PictureFigure figure) {
    return candidate.pictures().stream()
        .filter(row -> row.figures().containsKey(figure.label()))
        .collect(Collectors.toMap(PictureRow::name, row -> row.figures().get(figure.label())));
  }

  private static String accuracyLine(
      String name, PictureFigure figure, int pictures, Difference difference) {
    String verdict =
        switch (difference.verdict()) {
          case MORE -> "better";
          case LESS -> "worse";
          case SAME -> "no difference that counts";
          case UNCLEAR -> "not clear, take more pictures";
        };
    return "%s, %s over %d pictures: %s"
        .formatted(name, figure.label(), pictures, line(difference, verdict));
  }

  private static Difference difference(
      LoadResult before, LoadResult after, Figure figure, double worthTelling, long seed) {
    return Difference.of(
        array(before.samplesMs()),
        array(after.samplesMs()),
        figure,
        worthTelling,
        new Bootstrap(seed));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String line(String name, LoadResult load, Figure figure, Difference difference) {
    String verdict =
        switch (difference.verdict()) {
          case MORE -> "slower";
          case LESS -> "faster";
          case SAME -> "no difference that counts";
          case UNCLEAR -> "not clear, measure longer";
        };
    return "%s, %s: %s %s"
        .formatted(
            name,
            load.scenario(),
            figure.name().toLowerCase(Locale.ROOT),
            line(difference, verdict));
  }

  private static String line(Difference difference, String verdict) {
    return String.format(
        Locale.ROOT,
        "%+.1f %% (95 %% interval %+.1f to %+.1f %%): %s",
        100 * difference.change(),
        100 * difference.interval().low(),
        100 * difference.interval().high(),
        verdict);
  }
}
