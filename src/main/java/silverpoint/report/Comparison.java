package silverpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silverpoint.benchmark.Results;
import silverpoint.benchmark.Results.CandidateResult;
import silverpoint.benchmark.Results.LoadResult;
import silverpoint.statistics.Bootstrap;
import silverpoint.statistics.Difference;
import silverpoint.statistics.Figure;

/**
 * Two runs side by side: latencies of the candidates and scenarios that both have.
 *
 * @param lines for people, one a candidate and scenario
 * @param failures lines that break the gate; a candidate that cannot be measured breaks any
 */
public record Comparison(List<String> lines, List<String> failures) {
  /** Runs of the same thing differ by this much without a reason. */
  private static final double WORTH_TELLING = 0.05;

  public Comparison {
    lines = List.copyOf(lines);
    failures = List.copyOf(failures);
  }

  /**
   * When a comparison fails.
   *
   * @param figure of the latency
   * @param increase relative, 0.05 for five per cent
   */
  public record Gate(Figure figure, double increase) {
    private static final Pattern FORM =
        Pattern.compile("latency\\.(mean|p50|p90|p95|p99)>\\+?(\\d+(?:\\.\\d+)?)%");

    /** Such as {@code latency.p95>+5%}. */
    public static Gate parse(String text) {
      Matcher matcher = FORM.matcher(text.replace(" ", ""));
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'" + text + "' is no gate: write 'latency.p95>+5%' with mean, p50, p90, p95 or p99");
      }
      return new Gate(
          Figure.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
          Double.parseDouble(matcher.group(2)) / 100);
    }
  }

  /** Compares; the gate breaks only where the whole interval lies above it. */
  public static Comparison of(Results before, Results after, List<Gate> gates, long seed) {
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
      List<Gate> gates,
      long seed,
      List<String> lines,
      List<String> failures) {
    if (before.samplesMs().isEmpty() || after.samplesMs().isEmpty()) {
      return;
    }
    lines.add(
        line(name, after, Figure.P50, difference(before, after, Figure.P50, WORTH_TELLING, seed)));
    for (Gate gate : gates) {
      Difference difference = difference(before, after, gate.figure(), gate.increase(), seed);
      if (difference.verdict() == Difference.Verdict.MORE) {
        failures.add(line(name, after, gate.figure(), difference));
      }
    }
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
    return String.format(
        Locale.ROOT,
        "%s, %s: %s %+.1f %% (95 %% interval %+.1f to %+.1f %%): %s",
        name,
        load.scenario(),
        figure.name().toLowerCase(Locale.ROOT),
        100 * difference.change(),
        100 * difference.interval().low(),
        100 * difference.interval().high(),
        verdict);
  }
}
