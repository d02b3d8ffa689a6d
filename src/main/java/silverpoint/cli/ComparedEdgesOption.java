package silverpoint.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.UsageWords;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.app.Wiring;
import silverpoint.lab.benchmark.BenchSources;
import silverpoint.lab.benchmark.Candidate;
import silverpoint.lab.benchmark.CandidateSource;
import silverpoint.lab.benchmark.PortraitEdgeModel;
import silverpoint.sketch.SketchPipeline;

/** Which edge model draws: one of the kiosk's, or another method in its place. */
final class ComparedEdgesOption {
  private static final List<String> CLASSICAL = List.of("canny", "xdog");
  private static final String LINE_ART = "line-art";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--edges",
      paramLabel = "NAME",
      defaultValue = Wiring.EDGE_MODEL,
      description =
          "What finds the edges: edge-portrait, the slower and better edge-portrait-quality, for"
              + " comparisons canny, xdog, or the folder of a model of line art (default:"
              + " ${DEFAULT-VALUE}).")
  private String edges = Wiring.EDGE_MODEL;

  /** The pipeline of a wiring with that edge model in it. */
  SketchPipeline pipeline(Wiring wiring, NeuralModels models) {
    if (EdgeModelOption.isOwn(edges)) {
      return wiring.pipeline(edges, stage -> {});
    }
    if (!CLASSICAL.contains(edges) && !Files.isDirectory(UsageWords.path(edges))) {
      throw wrong(
          "there is no such edge model; known: %s; for comparisons %s, or a folder that holds a model of line art"
              .formatted(String.join(", ", EdgeModelOption.own()), String.join(", ", CLASSICAL)));
    }
    // stays open for as long as the pipeline draws: until the command ends
    List<CandidateSource> sources =
        BenchSources.of(List.of(edges), InferenceSettings.defaults(), UsageWords::path, this::wrong)
            .sources();
    if (sources.size() != 1) {
      throw wrong("must hold one model, not " + sources.size());
    }
    Candidate candidate = sources.getFirst().opener().open();
    if (!candidate.identity().task().equals(LINE_ART)) {
      throw wrong("does " + candidate.identity().task() + ", not " + LINE_ART);
    }
    return wiring.pipeline(
        new PortraitEdgeModel(candidate, models.model(Wiring.EDGE_MODEL).card()), stage -> {});
  }

  private ParameterException wrong(String why) {
    return new ParameterException(
        Objects.requireNonNull(command).commandLine(), "--edges " + edges + ": " + why);
  }
}
