package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.report.ResultsJson;

/** The command with a baseline: the exit code that stops a build. */
class BenchComparisonTest {
  @TempDir Path folder;
  private Path images;
  private String said = "";

  @BeforeEach
  void prepare() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    BufferedImage picture = new BufferedImage(128, 96, BufferedImage.TYPE_INT_RGB);
    Files.write(images.resolve("dark.png"), ImageFiles.encodePng(picture));
    Path models = Files.createDirectories(folder.resolve("models").resolve("broken"));
    Files.writeString(models.resolve("card.yaml"), "name: broken\n");
  }

  @Test
  void slowerThanTheBaselineIsAnExitCode() throws IOException {
    String[] options = {
      "--models",
      "canny",
      "--min-queries",
      "50",
      "--min-time",
      "0.01",
      "--images",
      images.toString()
    };
    bench(options);
    Path json = out().resolve("bench.json");
    Results results = ResultsJson.read(json);
    Path fast = folder.resolve("fast.json");
    Files.writeString(fast, ResultsJson.write(muchFaster(results)));
    String[] gated = Arrays.copyOf(options, options.length + 4);
    System.arraycopy(
        new String[] {"--compare", fast.toString(), "--fail-if", "latency.p50>+5%"},
        0,
        gated,
        options.length,
        4);
    assertThat(bench(gated)).isEqualTo(ExitCode.WORSE);
    assertThat(said).contains("FAILED canny, single-stream");
  }

  @Test
  void candidateThatCannotBeMeasuredAnyMoreBreaksAGate() throws IOException {
    bench("--models", folder.resolve("models").toString(), "--images", images.toString());
    Path json = out().resolve("bench.json");
    Results refused = ResultsJson.read(json);
    bench(
        "--models",
        "canny",
        "--min-queries",
        "20",
        "--min-time",
        "0",
        "--images",
        images.toString());
    Results.CandidateResult canny = ResultsJson.read(json).candidates().getFirst();
    Results before =
        new Results(
            refused.schema(),
            refused.startedAt(),
            false,
            refused.settings(),
            refused.environment(),
            refused.corpus(),
            List.of(named(canny, "broken")));
    Path baseline = folder.resolve("before.json");
    Files.writeString(baseline, ResultsJson.write(before));
    assertThat(
            bench(
                "--models",
                folder.resolve("models").toString(),
                "--images",
                images.toString(),
                "--compare",
                baseline.toString(),
                "--fail-if",
                "latency.p50>+5%"))
        .isEqualTo(ExitCode.WORSE);
    assertThat(said).contains("FAILED broken was measured before");
  }

  private static Results muchFaster(Results results) {
    return new Results(
        results.schema(),
        results.startedAt(),
        false,
        results.settings(),
        results.environment(),
        results.corpus(),
        results.candidates().stream()
            .map(c ->
                with(c, c.name(), c.loads().stream().map(BenchComparisonTest::muchFaster).toList()))
            .toList());
  }

  private static Results.CandidateResult named(Results.CandidateResult candidate, String name) {
    return with(candidate, name, candidate.loads());
  }

  private static Results.CandidateResult with(
      Results.CandidateResult c, String name, List<Results.LoadResult> loads) {
    return new Results.CandidateResult(
        name,
        c.identity(),
        c.refusal(),
        c.loadMs(),
        c.firstMs(),
        c.warmUpQueries(),
        loads,
        c.peakGpuMb(),
        c.peakResidentMb(),
        c.residentGrowthMb(),
        c.edges(),
        c.faces(),
        c.person(),
        c.drawings(),
        c.pictures());
  }

  private static Results.LoadResult muchFaster(Results.LoadResult load) {
    return new Results.LoadResult(
        load.scenario(),
        load.valid(),
        load.reasons(),
        load.warnings(),
        load.queries(),
        load.timeS(),
        load.samplesPerS(),
        load.latencyMs(),
        load.p50IntervalMs(),
        load.spread(),
        load.stageMs(),
        load.samplesMs().stream().map(ms -> ms / 1000).toList());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private int bench(String... options) {
    BenchRun run = BenchRun.of(out(), options);
    said = run.said();
    return run.exitCode();
  }
}
