package silverpoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.Within;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.lab.benchmark.Corpus;
import silverpoint.lab.benchmark.Picture;
import silverpoint.lab.benchmark.Truth;
import silverpoint.lab.benchmark.TruthFiles;
import silverpoint.lab.loadgen.Limits;
import silverpoint.lab.loadgen.Scenario;

/** What the benchmark measures and how long. */
final class BenchOptions {
  private static final double NS_PER_S = 1e9;
  private static final double MAX_TIMES_MIN = 4;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NAME|DIR",
      description =
          "Names of candidates, or folders of models with cards; without it, all of models/ and canny, xdog, haar.")
  List<String> models = new ArrayList<>();

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "Pictures, subgroups in folders; without it, the bundled portrait.")
  @Nullable Path images;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N pictures, a random choice by --seed.")
  @Within(least = 0, most = 1e9)
  private int limit;

  @Option(
      names = "--scenario",
      split = ",",
      paramLabel = "S",
      defaultValue = "single-stream",
      description =
          "single-stream, multi-stream, server, offline, or none (default: ${DEFAULT-VALUE}).")
  List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--qps",
      paramLabel = "N",
      description = "Queries a second of the server scenario (default: ${DEFAULT-VALUE}).")
  @Within(least = 0.001, most = 1e6)
  double queriesPerS = 5;

  @Option(
      names = "--bound-ms",
      paramLabel = "MS",
      description = "p99 latency bound of the server scenario (default: ${DEFAULT-VALUE}).")
  @Within(least = 0.001, most = 1e6)
  double boundMs = 200;

  @Option(
      names = "--streams",
      paramLabel = "N",
      description = "Pictures a query of multi-stream (default: ${DEFAULT-VALUE}).")
  @Within(least = 1, most = 1024)
  int streams = 4;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Threads that answer at a time in server and offline (default: ${DEFAULT-VALUE}).")
  @Within(least = 1, most = 1024)
  int workers = 1;

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--min-queries",
      paramLabel = "N",
      description =
          "Least queries of a load; p90 takes 100, p95 200, p99 1000 (default: ${DEFAULT-VALUE}).")
  @Within(least = 1, most = 1e7)
  int minQueries = 200;

  @Option(
      names = "--min-time",
      paramLabel = "SECONDS",
      description = "Least time of a load (default: ${DEFAULT-VALUE}).")
  @Within(least = 0, most = 86_400)
  double minTimeS = 10;

  @Option(
      names = "--edge-truth",
      paramLabel = "DIR",
      description = "People's lines: .mat of the Berkeley data set, or .png, white lines on black.")
  @Nullable Path edgeTruth;

  @Option(
      names = "--face-truth",
      paramLabel = "FILE",
      description = "Marked faces: WIDER FACE text, CSV (file,x,y,width,height), or dlib XML.")
  @Nullable Path faceTruth;

  @Option(
      names = "--mask-truth",
      paramLabel = "DIR",
      description = "Marked persons: .png of the same base name, white on black.")
  @Nullable Path maskTruth;

  @Option(
      names = "--draw",
      paramLabel = "DIR",
      description =
          "Also draw these portraits with every line-art candidate, on the simulated toy.")
  @Nullable Path drawn;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description =
          "Judge the pictures on Apache Spark: local[2], spark://HOST:7077; folders have the same path everywhere.")
  @Nullable String spark;

  @Option(names = "--seed", paramLabel = "N", description = "Of order, arrivals and intervals.")
  long seed = 1;

  List<Scenario> scenarios() {
    return scenarios.stream().filter(name -> !name.equals("none")).map(this::scenario).toList();
  }

  private Scenario scenario(String name) {
    return switch (name) {
      case "single-stream" -> new Scenario.SingleStream();
      case "multi-stream" -> new Scenario.MultiStream(streams);
      case "server" -> new Scenario.Server(queriesPerS, (long) (boundMs * 1e6), workers);
      case "offline" -> new Scenario.Offline(workers);
      default ->
          throw new ParameterException(
              Objects.requireNonNull(command).commandLine(),
              "'"
                  + name
                  + "' is no scenario: single-stream, multi-stream, server, offline or none");
    };
  }

  /** At most so many pictures; 0 for all. */
  int limit() {
    return limit;
  }

  Limits limits() {
    long minNs = (long) (minTimeS * NS_PER_S);
    return new Limits(minQueries, minNs, Math.max(60_000_000_000L, (long) (MAX_TIMES_MIN * minNs)));
  }

  TruthFiles truth() {
    return new TruthFiles(
        Optional.ofNullable(edgeTruth),
        Optional.ofNullable(faceTruth),
        Optional.ofNullable(maskTruth));
  }

  /** Refuses annotations of other pictures: they would go unused in silence. */
  void requireTruth(Corpus corpus) {
    Truth truth = truth().read();
    List<Path> files = corpus.pictures().stream().map(Picture::file).toList();
    if (truth.edges().filter(edges -> files.stream().noneMatch(edges::isAbout)).isPresent()) {
      throw ofOthers("--edge-truth");
    }
    if (truth.persons().filter(masks -> files.stream().noneMatch(masks::isAbout)).isPresent()) {
      throw ofOthers("--mask-truth");
    }
  }

  private ParameterException ofOthers(String option) {
    return new ParameterException(
        Objects.requireNonNull(command).commandLine(),
        option + " names none of the pictures; its files have the pictures' base names");
  }

  InferenceSettings engine() {
    return engine.settings();
  }
}
