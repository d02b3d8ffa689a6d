package silverpoint.lab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.statistics.Distribution;
import silverpoint.lab.loadgen.Scenario;
import silverpoint.lab.loadgen.WarmUp;

/**
 * A run: every candidate is loaded, warmed up, put under the loads, judged, and made to draw. One
 * that fails is a row with its reason. Everything but times is the same for the same seed.
 *
 * @param corpus the pictures
 * @param scenarios the loads
 * @param jury judges the answers
 * @param speed the loads' measurement
 * @param drawings the whole chain
 * @param parts what is finished
 * @param progress who watches
 * @param stop asked between steps; true ends the run with what is measured
 */
public record Benchmark(
    Corpus corpus,
    List<Scenario> scenarios,
    Jury jury,
    SpeedTest speed,
    Drawings drawings,
    FinishedParts parts,
    Progress progress,
    BooleanSupplier stop) {
  /** Decoded pictures that the loads take turns with. */
  public static final int SPEED_PICTURES = 32;

  public Benchmark {
    scenarios = List.copyOf(scenarios);
  }

  /** The pictures' side of the results, and the decoded ones for the loads. */
  public record Decoded(Results.CorpusSummary summary, List<RgbImage> pictures) {
    public Decoded {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * Reads every picture once: for the times, for what cannot be read, for the loads.
   *
   * @param sample the corpus, or a part of one that is too large to be read here
   */
  public Decoded decode(Corpus sample) {
    List<RgbImage> pictures = new ArrayList<>();
    Map<String, String> unreadable = new TreeMap<>();
    List<Long> timesNs = new ArrayList<>();
    for (Picture picture : sample.pictures()) {
      long startNs = speed.clock().nowNs();
      try {
        RgbImage pixels = Corpus.decode(picture);
        timesNs.add(speed.clock().nowNs() - startNs);
        if (pictures.size() < SPEED_PICTURES) {
          pictures.add(pixels);
        }
      } catch (ImageException e) {
        unreadable.put(picture.name(), String.valueOf(e.getMessage()));
      }
    }
    if (pictures.isEmpty()) {
      throw new ImageException(corpus.folder() + ": not one picture can be read: " + unreadable);
    }
    double medianNs =
        Distribution.of(timesNs.stream().mapToLong(Long::longValue).toArray()).median();
    return new Decoded(
        new Results.CorpusSummary(
            corpus.pictures().size() - unreadable.size(), unreadable, medianNs / 1e6),
        pictures);
  }

  /** Measures the candidates one after the other. */
  public List<Results.CandidateResult> run(List<CandidateSource> sources, Decoded decoded) {
    List<Results.CandidateResult> results = new ArrayList<>();
    for (int i = 0; i < sources.size() && !stop.getAsBoolean(); i++) {
      CandidateSource source = sources.get(i);
      Optional<Results.CandidateResult> known =
          parts.find(source.fingerprint(), Results.CandidateResult.class);
      Results.CandidateResult result =
          known.isPresent() ? known.get() : measured(source, decoded, i, sources.size());
      if (known.isEmpty() && !stop.getAsBoolean() && result.refusal().isEmpty()) {
        parts.keep(source.fingerprint(), result);
      }
      results.add(result);
    }
    return results;
  }

  private Results.CandidateResult measured(
      CandidateSource source, Decoded decoded, int number, int of) {
    Steps steps = new Steps(source.name(), (double) number / of, 1.0 / of);
    try {
      return measured(source, decoded, steps);
    } catch (ModelException | ImageException | IllegalArgumentException e) {
      return Results.CandidateResult.refused(source.name(), String.valueOf(e.getMessage()));
    }
  }

  private Results.CandidateResult measured(CandidateSource source, Decoded decoded, Steps steps) {
    steps.tell(0, "loading");
    Environment.forgetPeak();
    double beforeMb = Environment.residentMb();
    long startNs = speed.clock().nowNs();
    try (Candidate candidate = source.opener().open()) {
      double loadMs = (speed.clock().nowNs() - startNs) / 1e6;
      return measured(source, candidate, decoded, loadMs, beforeMb, steps);
    }
  }

  private Results.CandidateResult measured(
      CandidateSource source,
      Candidate candidate,
      Decoded decoded,
      double loadMs,
      double beforeMb,
      Steps steps) {
    String key = source.fingerprint() + "/speed";
    Optional<Speed> known = parts.find(key, Speed.class);
    Speed speed =
        known.isPresent() ? known.get() : speed(candidate, decoded, loadMs, beforeMb, steps);
    if (known.isEmpty() && !stop.getAsBoolean()) {
      parts.keep(key, speed);
    }
    List<Judged> judged =
        jury.judge(source, candidate, corpus, done -> steps.tell(0.5 + 0.4 * done, "judging"));
    Accuracy accuracy = Accuracy.of(judged);
    steps.tell(0.9, "drawing");
    Optional<Results.DrawingResult> drawn =
        stop.getAsBoolean() ? Optional.empty() : drawings.draw(candidate);
    return new Results.CandidateResult(
        source.name(),
        Optional.of(candidate.identity()),
        Optional.empty(),
        speed.loadMs(),
        speed.firstMs(),
        speed.warmUpQueries(),
        speed.loads(),
        Optional.empty(),
        speed.peakResidentMb(),
        speed.residentGrowthMb(),
        accuracy.edges(),
        accuracy.faces(),
        accuracy.person(),
        drawn,
        judged.stream().map(Judged::row).toList());
  }

  /** Time and memory of one candidate; its components are those of the result. */
  private record Speed(
      double loadMs,
      double firstMs,
      int warmUpQueries,
      List<Results.LoadResult> loads,
      double peakResidentMb,
      double residentGrowthMb) {
    Speed {
      loads = List.copyOf(loads);
    }
  }

  private Speed speed(
      Candidate candidate, Decoded decoded, double loadMs, double beforeMb, Steps steps) {
    steps.tell(0.02, "warming up");
    WarmUp warmUp = speed.warmUp(candidate, decoded.pictures());
    List<Results.LoadResult> loads = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      if (!stop.getAsBoolean()) {
        steps.tell(0.05 + 0.45 * loads.size() / scenarios.size(), scenario.label());
        loads.add(speed.run(candidate, decoded.pictures(), scenario, warmUp));
      }
    }
    double peakMb = Environment.peakResidentMb();
    return new Speed(
        loadMs,
        warmUp.firstNs() / 1e6,
        warmUp.queries(),
        loads,
        peakMb,
        Math.max(0, peakMb - beforeMb));
  }

  /** The part of the run that one candidate takes. */
  private final class Steps {
    private final String name;
    private final double from;
    private final double share;

    Steps(String name, double from, double share) {
      this.name = name;
      this.from = from;
      this.share = share;
    }

    void tell(double done, String what) {
      progress.step(from + share * done, name + ": " + what);
    }
  }
}
