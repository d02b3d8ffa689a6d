package silverpoint.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.app.Wiring;

/** Which of the kiosk's edge models draws. */
final class EdgeModelOption {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--edges",
      paramLabel = "NAME",
      defaultValue = Wiring.EDGE_MODEL,
      description =
          "What finds the edges: edge-portrait, or the slower and better edge-portrait-quality"
              + " (default: ${DEFAULT-VALUE}).")
  private String edges = Wiring.EDGE_MODEL;

  /** The model's name; refuses what is no edge model of the kiosk. */
  String name() {
    if (!isOwn(edges)) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--edges %s: the kiosk draws with one of its models, %s; portraits compares others"
              .formatted(edges, String.join(" or ", own())));
    }
    return edges;
  }

  static boolean isOwn(String name) {
    return name.equals(Wiring.EDGE_MODEL) || own().contains(name);
  }

  /** The names of all edge models of the kiosk. */
  static List<String> own() {
    return NeuralModels.cards(Places.models()).stream()
        .filter(card -> card.task() == ModelCard.Task.LINE_ART)
        .map(ModelCard::name)
        .toList();
  }
}
