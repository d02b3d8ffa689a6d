package silverpoint.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import silverpoint.lab.accuracy.CurvePoint;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.benchmark.Results.CandidateResult;
import silverpoint.lab.benchmark.Results.LoadResult;

/** The plots of a run, each a figure of HTML; empty where there is nothing to show. */
final class Plots {
  private static final int CURVE_POINTS = 200;

  private final List<CandidateResult> candidates;

  Plots(Results results) {
    this.candidates = results.candidates();
  }

  String all() {
    return latencies()
        + curves("Edges: precision against recall", c -> edgeCurve(c), true)
        + curves("Faces: precision against recall", c -> faceCurve(c), false)
        + pareto(
            "Edges: ODS against latency", "ODS", c -> overall(c.edges(), Results.EdgeResult::ods))
        + pareto("Faces: AP against latency", "AP", c -> overall(c.faces(), Results.FaceResult::ap))
        + pareto(
            "Persons: IoU against latency",
            "IoU",
            c -> overall(c.person(), Results.PersonResult::iou));
  }

  private static <T> Optional<Double> overall(Map<String, T> groups, Function<T, Double> figure) {
    return Optional.ofNullable(groups.get("")).map(figure);
  }

  private static Optional<List<CurvePoint>> edgeCurve(CandidateResult candidate) {
    return Optional.ofNullable(candidate.edges().get("")).map(Results.EdgeResult::curve);
  }

  private static Optional<List<CurvePoint>> faceCurve(CandidateResult candidate) {
    return Optional.ofNullable(candidate.faces().get("")).map(Results.FaceResult::curve);
  }

  /** Share of answers that came within a time. */
  private String latencies() {
    List<Integer> shown = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < candidates.size(); i++) {
      Optional<double[]> samples = sorted(candidates.get(i));
      if (samples.isPresent()) {
        shown.add(i);
        low = Math.min(low, samples.get()[0]);
        high = Math.max(high, samples.get()[samples.get().length - 1]);
      }
    }
    if (shown.isEmpty()) {
      return "";
    }
    SvgPlot plot = SvgPlot.logarithmic(Math.max(0.01, 0.9 * low), 1.1 * high + 0.02, 0, 1);
    for (int i : shown) {
      double[] samples = sorted(candidates.get(i)).orElseThrow();
      List<double[]> points = new ArrayList<>();
      for (int step = 0; step <= CURVE_POINTS; step++) {
        int index = step * (samples.length - 1) / CURVE_POINTS;
        points.add(new double[] {samples[index], (index + 1.0) / samples.length});
      }
      plot.line(points, SvgPlot.colour(i), false);
    }
    return figure(
        "Latency: share of answers within a time",
        plot.svg("ms (logarithmic)", "share of answers"),
        legend(shown));
  }

  private static Optional<double[]> sorted(CandidateResult candidate) {
    return candidate.loads().stream()
        .filter(load -> !load.samplesMs().isEmpty())
        .findFirst()
        .map(load -> {
          double[] samples = load.samplesMs().stream().mapToDouble(Double::doubleValue).toArray();
          Arrays.sort(samples);
          return samples;
        });
  }

  private String curves(
      String title, Function<CandidateResult, Optional<List<CurvePoint>>> curve, boolean isoF) {
    List<Integer> shown = new ArrayList<>();
    SvgPlot plot = SvgPlot.linear(0, 1, 0, 1);
    for (double f = 0.2; isoF && f < 0.95; f += 0.2) {
      List<double[]> same = new ArrayList<>();
      for (double recall = f / (2 - f); recall <= 1.0001; recall += 0.01) {
        same.add(new double[] {recall, f * recall / (2 * recall - f)});
      }
      plot.line(same, "#d9d4c8", true);
    }
    for (int i = 0; i < candidates.size(); i++) {
      Optional<List<CurvePoint>> points = curve.apply(candidates.get(i));
      if (points.isPresent()) {
        shown.add(i);
        plot.line(
            points.get().stream()
                .filter(point -> point.recall() > 0)
                .map(point -> new double[] {point.recall(), point.precision()})
                .toList(),
            SvgPlot.colour(i),
            false);
      }
    }
    String dashes = isoF ? "<br>Dashed: equal F of 0.2, 0.4, 0.6, 0.8." : "";
    return shown.isEmpty()
        ? ""
        : figure(title, plot.svg("recall", "precision"), legend(shown) + dashes);
  }

  private record Place(int candidate, double ms, double score) {}

  /** What is neither faster nor better than another lies off the dashed front. */
  private String pareto(
      String title, String label, Function<CandidateResult, Optional<Double>> score) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Optional<Double> value = score.apply(candidates.get(i));
      Optional<Double> ms =
          candidates.get(i).loads().stream()
              .map(LoadResult::latencyMs)
              .filter(latency -> latency.containsKey("p50"))
              .map(latency -> latency.get("p50"))
              .findFirst();
      if (value.isPresent() && ms.isPresent()) {
        places.add(new Place(i, ms.get(), value.get()));
      }
    }
    if (places.isEmpty()) {
      return "";
    }
    double low = places.stream().mapToDouble(Place::ms).min().orElseThrow();
    double high = places.stream().mapToDouble(Place::ms).max().orElseThrow();
    SvgPlot plot = SvgPlot.logarithmic(0.6 * low, 1.8 * high, 0, 1);
    List<Place> front =
        places.stream()
            .filter(place ->
                places.stream()
                    .noneMatch(other ->
                        other.ms() <= place.ms()
                            && other.score() >= place.score()
                            && (other.ms() < place.ms() || other.score() > place.score())))
            .sorted(Comparator.comparingDouble(Place::ms))
            .toList();
    plot.line(
        front.stream().map(place -> new double[] {place.ms(), place.score()}).toList(),
        "#9a9383",
        true);
    for (Place place : places) {
      plot.point(
          place.ms(),
          place.score(),
          SvgPlot.colour(place.candidate()),
          candidates.get(place.candidate()).name());
    }
    return figure(
        title,
        plot.svg("p50, ms (logarithmic)", label),
        "The dashed front: nothing else is both faster and better.");
  }

  private String legend(List<Integer> shown) {
    return shown.stream()
        .map(i ->
            "<span class=\"key\"><i style=\"background:%s\"></i>%s</span>"
                .formatted(SvgPlot.colour(i), Html.escaped(candidates.get(i).name())))
        .collect(Collectors.joining(" "));
  }

  private static String figure(String title, String svg, String caption) {
    return "<figure class=\"plot\"><h3>%s</h3>%s<figcaption>%s</figcaption></figure>\n"
        .formatted(Html.escaped(title), svg, caption);
  }
}
