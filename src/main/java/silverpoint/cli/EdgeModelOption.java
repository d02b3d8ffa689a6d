package silverpoint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import silverpoint.SketchPipeline;
import silverpoint.Stage;
import silverpoint.benchmark.Candidate;
import silverpoint.benchmark.CandidateSource;
import silverpoint.benchmark.PortraitEdgeModel;
import silverpoint.inference.InferenceSettings;
import silverpoint.inference.ModelCard;
import silverpoint.inference.NeuralModels;

/** Which edge model draws: one of the kiosk's, or for comparisons another method in its place. */
final class EdgeModelOption {
  @Option(
      names = "--edges",
      paramLabel = "NAME",
      defaultValue = Wiring.EDGE_MODEL,
      description =
          "What finds the edges: edge-portrait, the slower and better edge-portrait-quality; for comparisons"
              + " canny, xdog, or a folder that holds one model of line art with its card (default:"
              + " ${DEFAULT-VALUE}).")
  private String edges = Wiring.EDGE_MODEL;

  String name() {
    return edges;
  }

  /** Refuses what is no edge model of the kiosk. */
  void requireOwn() {
    if (!isOwn()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--edges %s: the kiosk draws with one of its models, %s".formatted(edges, own()));
    }
  }

  private boolean isOwn() {
    return edges.equals(Wiring.EDGE_MODEL) || own().contains(edges);
  }

  private static List<String> own() {
    return NeuralModels.cards(Places.models()).stream()
        .filter(card -> card.task() == ModelCard.Task.LINE_ART)
        .map(ModelCard::name)
        .toList();
  }

  /**
   * The pipeline of a wiring with that edge model in it.
   *
   * @param progress told of every stage when it begins
   */
  SketchPipeline pipeline(Wiring wiring, NeuralModels models, Consumer<Stage> progress) {
    if (isOwn()) {
      return wiring.pipeline(edges, progress);
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
    return wiring.pipeline(
        new PortraitEdgeModel(candidate, models.model(Wiring.EDGE_MODEL).card()), progress);
  }
}
