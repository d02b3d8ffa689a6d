package silverpoint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import silverpoint.cli.output.BenchFolder;
import silverpoint.cli.terminal.CommandFailure;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Interruption;
import silverpoint.cli.terminal.ProgressBar;
import silverpoint.cli.terminal.UsageWords;
import silverpoint.foundation.image.ImageException;
import silverpoint.kiosk.app.Places;
import silverpoint.lab.accuracy.BerkeleyGolden;
import silverpoint.lab.benchmark.BenchSources;
import silverpoint.lab.benchmark.Benchmark;
import silverpoint.lab.benchmark.CandidateSource;
import silverpoint.lab.benchmark.Cluster;
import silverpoint.lab.benchmark.Corpus;
import silverpoint.lab.benchmark.Environment;
import silverpoint.lab.benchmark.Jury;
import silverpoint.lab.benchmark.LocalJury;
import silverpoint.lab.benchmark.Picture;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.benchmark.SpeedTest;
import silverpoint.lab.evaluation.BenchDrawings;
import silverpoint.lab.loadgen.LoadClock;
import silverpoint.lab.loadgen.LoadGenerator;
import silverpoint.lab.loadgen.Scenario;
import silverpoint.lab.report.Comparison;
import silverpoint.lab.report.RegressionGate;
import silverpoint.lab.report.ResultsJson;

/** Which model should the booth run? Speed, memory, accuracy and the drawing, in one report. */
@Command(
    name = "bench",
    description = "Compares models on this machine: speed, memory, accuracy, drawings.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final Duration ENDING = Duration.ofMinutes(2);

  private static final long MAX_WARM_UP_NS = 20_000_000_000L;

  /** Draws of outliers that the golden check averages. */
  private static final int GOLDEN_DRAWS = 6;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the report.")
  private @Nullable Path out;

  @Option(names = "--resume", description = "Go on with an interrupted run in --out.")
  private boolean resume;

  @Option(
      names = "--compare",
      paramLabel = "BASELINE.json",
      description = "An earlier bench.json to compare with.")
  private @Nullable Path baseline;

  @Option(
      names = "--fail-if",
      paramLabel = "GATE",
      description =
          "Such as 'latency.p95>+5%%' or 'accuracy.bestF<-2%%': exit code 9 when the comparison shows it.")
  private List<String> gates = new ArrayList<>();

  @Option(
      names = "--golden",
      paramLabel = "DIR",
      description =
          "Only check the edge protocol with the Berkeley data set's example (bench/data).")
  private @Nullable Path golden;

  @Override
  public Integer call() throws IOException {
    if (golden != null) {
      return checkGolden(new BerkeleyGolden(golden));
    }
    if (out == null) {
      throw wrong("--out DIR is missing: where should the report go?");
    }
    List<RegressionGate> wanted = parsedGates();
    Results before = baseline == null ? null : readBaseline(baseline);
    try {
      Results results = measure(out);
      say("report: " + out.resolve("index.html"));
      return before == null ? exitCode(results) : compare(before, results, wanted);
    } catch (ImageException e) {
      throw new CommandFailure(ExitCode.BAD_PICTURE, String.valueOf(e.getMessage()));
    }
  }

  private Results measure(Path folder) throws IOException {
    String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    boolean wholeChain = wholeChain();
    List<Scenario> scenarios = options.scenarios();
    Path images = options.images == null ? demoFolder(folder) : options.images;
    Corpus corpus = Corpus.of(images, options.seed, options.limit());
    options.requireTruth(corpus);
    List<Picture> photos =
        options.drawn == null ? List.of() : Corpus.of(options.drawn, options.seed, 0).pictures();
    Results.Settings settings = settings(images);
    String everything = settings + " " + scenarios + corpus.pictures() + options.truth() + photos;
    BenchFolder files = new BenchFolder(folder, everything, resume);
    ProgressBar bar =
        new ProgressBar(
            Objects.requireNonNull(spec).commandLine().getErr(),
            System::nanoTime,
            System.console() != null && System.console().isTerminal());
    try (Interruption interruption = Interruption.watch(ENDING);
        Jury jury = jury(files, interruption::asked);
        BenchSources sources =
            BenchSources.of(options.models, options.engine(), UsageWords::path, this::wrong)) {
      BenchDrawings drawings =
          new BenchDrawings(sources.kioskModels(), photos, files.drawings(), interruption::asked);
      List<CandidateSource> candidates = new ArrayList<>(sources.sources());
      if (wholeChain) {
        candidates.add(drawings.source());
      }
      Environment environment = Environment.of(sources.engine(), Places.home());
      Benchmark benchmark =
          new Benchmark(
              corpus,
              scenarios,
              jury,
              speedTest(interruption::asked),
              drawings,
              files,
              bar,
              interruption::asked);
      Benchmark.Decoded decoded =
          benchmark.decode(options.spark == null ? corpus : corpus.first(Benchmark.SPEED_PICTURES));
      List<Results.CandidateResult> measured = benchmark.run(candidates, decoded);
      bar.end();
      Results results =
          new Results(
              Results.SCHEMA,
              startedAt,
              interruption.asked(),
              settings,
              environment,
              decoded.summary(),
              measured);
      files.write(results);
      return results;
    }
  }

  private Results.Settings settings(Path images) {
    return new Results.Settings(
        images.toString(),
        options.seed,
        options.engine().device().name(),
        options.engine().threads(),
        options.minQueries,
        options.minTimeS,
        options.queriesPerS,
        options.boundMs,
        options.streams,
        options.workers);
  }

  private SpeedTest speedTest(BooleanSupplier stop) {
    LoadClock clock = LoadClock.system();
    return new SpeedTest(
        clock,
        new LoadGenerator(clock, options.seed, stop),
        options.limits(),
        MAX_WARM_UP_NS,
        options.seed);
  }

  /** The kiosk's chain is one for one machine. */
  private boolean wholeChain() {
    boolean named = options.models.contains(BenchSources.WHOLE_CHAIN);
    if (named && options.spark != null) {
      throw wrong("the pipeline cannot run on Spark; models and classical methods can");
    }
    return named || (options.models.isEmpty() && options.spark == null);
  }

  private Jury jury(BenchFolder files, BooleanSupplier stop) {
    if (options.spark == null) {
      return new LocalJury(options.truth().read(), files, stop);
    }
    return Cluster.find()
        .orElseThrow(
            () -> wrong("Spark is not on the class path; the launcher of a checkout puts it there"))
        .connect(
            new Cluster.Job(options.spark, options.truth(), options.engine(), files.judgedRows()));
  }

  /** The bundled portrait as a folder of one picture. */
  private static Path demoFolder(Path folder) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    try (var portrait =
        Objects.requireNonNull(
            BenchCommand.class.getResourceAsStream("/silverpoint/demo/eileen-collins.png"))) {
      Files.write(pictures.resolve("eileen-collins.png"), portrait.readAllBytes());
    }
    return pictures;
  }

  private List<RegressionGate> parsedGates() {
    try {
      return gates.stream().map(RegressionGate::parse).toList();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Results readBaseline(Path file) {
    try {
      return ResultsJson.read(file);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new CommandFailure(ExitCode.BAD_PICTURE, String.valueOf(e.getMessage()));
    }
  }

  private int compare(Results before, Results after, List<RegressionGate> wanted) {
    Comparison comparison = Comparison.of(before, after, wanted, options.seed);
    comparison.lines().forEach(this::say);
    comparison.failures().forEach(line -> say("FAILED " + line));
    return comparison.failures().isEmpty() ? exitCode(after) : ExitCode.WORSE;
  }

  private int exitCode(Results results) {
    boolean allValid =
        results.candidates().stream()
            .flatMap(candidate -> candidate.loads().stream())
            .allMatch(Results.LoadResult::valid);
    if (!allValid) {
      say("a load is not valid; the report says which and why");
    }
    return allValid && !results.interrupted() ? ExitCode.OK : ExitCode.NOT_VALID;
  }

  private int checkGolden(BerkeleyGolden example) {
    if (!example.isThere()) {
      throw new CommandFailure(
          ExitCode.BAD_PICTURE, example.folder() + ": no png and groundTruth folders here");
    }
    BerkeleyGolden.Check check = example.check(GOLDEN_DRAWS);
    check.lines().forEach(this::say);
    return check.agrees() ? ExitCode.OK : ExitCode.WORSE;
  }

  private ParameterException wrong(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }

  private void say(String line) {
    PrintWriter standardOut = Objects.requireNonNull(spec).commandLine().getOut();
    standardOut.println(line);
    standardOut.flush();
  }
}
