package silverpoint.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.Within;
import silverpoint.kiosk.app.LineSettings;
import silverpoint.route.TravelPrices;
import silverpoint.sketch.PlannedLine;

/** How strokes become one line: the options that {@code draw} and {@code trace} share. */
final class LineOptions {
  /** Mostly what more shows: in millimetres and seconds the line grows by a twentieth of it. */
  private static final double FACE_FIRST_TOLERANCE = 1;

  /** What the joins between strokes are good for. */
  enum Joins {
    /** nobody sees them */
    HIDDEN(TravelPrices.HIDDEN),
    /** the line is as short as can be */
    SHORT(TravelPrices.SHORT);

    private final TravelPrices prices;

    Joins(TravelPrices prices) {
      this.prices = prices;
    }
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--joins",
      defaultValue = "hidden",
      description =
          "hidden: behind ink and around the face; short: straight (default: ${DEFAULT-VALUE}).")
  private Joins joins = Joins.HIDDEN;

  @Option(
      names = "--max-draw-time",
      paramLabel = "SECONDS",
      defaultValue = "Infinity",
      description =
          "Leave out strokes, the least telling first, until the machine takes no longer.")
  @Within(least = 0.001, most = 86_400)
  private double maxDrawTimeS = Double.POSITIVE_INFINITY;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the search for a better line; same seed, same line.")
  private long seed = 1;

  @Option(
      names = "--face-first",
      description =
          "Draw eyes and mouth in the first half; the line gets some 5 %% longer and shows more joins.")
  private boolean faceFirst;

  LineSettings settings() {
    return new LineSettings(joins.prices, maxDrawTimeS, seed, faceFirst ? FACE_FIRST_TOLERANCE : 0);
  }

  /** Refuses a line that the time left nothing of. */
  void requireStrokes(PlannedLine line) {
    if (line.drawing().strokes().isEmpty() && !line.dropped().isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "not one stroke can be drawn in " + maxDrawTimeS + " s; give --max-draw-time more");
    }
  }
}
