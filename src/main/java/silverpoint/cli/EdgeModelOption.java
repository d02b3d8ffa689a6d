package silverpoint.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
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
  private static final List<String> CLASSICAL = List.of("canny", "xdog");
  private static final String LINE_ART = "line-art";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--edges",
      paramLabel = "NAME",
      defaultValue = Wiring.EDGE_MODEL,
      description =
          "What finds the edges: edge-portrait, or the slower and better edge-portrait-quality"
              + " (default: ${DEFAULT-VALUE}). For comparisons, draw and portraits also take canny,"
              + " xdog, or the folder of a model of line art.")
  private String edges = Wiring.EDGE_MODEL;

  String name() {
    return edges;
  }

  /** Refuses what is no edge model of the kiosk. */
  void requireOwn() {
    if (!isOwn()) {
      throw wrong("the kiosk draws with one of its models, " + String.join(" or ", own()));
    }
  }

  /** Refuses what can find no edges; before the models are loaded. */
  void requireKnown() {
    if (!isOwn() && !CLASSICAL.contains(edges) && !Files.isDirectory(UsageWords.path(edges))) {
      throw wrong(
          "there is no such edge model; known: %s; for comparisons %s, or a folder that holds a model of line art"
              .formatted(String.join(", ", own()), String.join(", ", CLASSICAL)));
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(
        Objects.requireNonNull(command).commandLine(), "--edges " + edges + ": " + why);
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
    requireKnown();
    // stays open for as long as the pipeline draws: until the command ends
    List<CandidateSource> sources =
        BenchSources.of(List.of(edges), InferenceSettings.defaults(), this::wrong).sources();
    if (sources.size() != 1) {
      throw wrong("must hold one model, not " + sources.size());
    }
    Candidate candidate = sources.getFirst().opener().open();
    if (!candidate.identity().task().equals(LINE_ART)) {
      throw wrong("does " + candidate.identity().task() + ", not " + LINE_ART);
    }
    return wiring.pipeline(
        new PortraitEdgeModel(candidate, models.model(Wiring.EDGE_MODEL).card()), progress);
  }
}
