package silverpoint.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import silverpoint.SketchPipeline;
import silverpoint.benchmark.Candidate;
import silverpoint.benchmark.CandidateSource;
import silverpoint.benchmark.PortraitEdgeModel;
import silverpoint.inference.InferenceSettings;
import silverpoint.inference.NeuralModels;

/** Which edge model draws, for comparisons: the kiosk's own, or another method in its place. */
final class EdgeModelOption {
  private static final String OWN = "edge-portrait";

  @Option(
      names = "--edges",
      paramLabel = "NAME",
      defaultValue = OWN,
      description =
          "What finds the edges: edge-portrait, canny, xdog, or a folder that holds one model of line art"
              + " with its card (default: ${DEFAULT-VALUE}).")
  private String edges = OWN;

  /** The pipeline of a wiring with that edge model in it. */
  SketchPipeline pipeline(Wiring wiring, NeuralModels models) {
    if (edges.equals(OWN)) {
      return wiring.pipeline(stage -> {});
    }
    // stays open for as long as the pipeline draws: until the command ends
    List<CandidateSource> sources =
        BenchSources.of(List.of(edges), InferenceSettings.defaults()).sources();
    if (sources.size() != 1) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--edges %s: must hold one model, not %d".formatted(Path.of(edges), sources.size()));
    }
    Candidate candidate = sources.getFirst().opener().open();
    if (!candidate.identity().task().equals("line-art")) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--edges %s: does %s, not line-art".formatted(edges, candidate.identity().task()));
    }
    return wiring.pipeline(new PortraitEdgeModel(candidate, models.model(OWN).card()), stage -> {});
  }
}
