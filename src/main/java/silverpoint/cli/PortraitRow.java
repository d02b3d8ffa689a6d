package silverpoint.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import silverpoint.benchmark.PortraitScore;

/**
 * One photo of a measured folder: a score, or why there is none.
 *
 * @param name of the file
 */
record PortraitRow(String name, @Nullable PortraitScore score, @Nullable String refusal) {
  static PortraitRow drawn(String name, PortraitScore score) {
    return new PortraitRow(name, score, null);
  }

  static PortraitRow refused(String name, @Nullable String why) {
    return new PortraitRow(name, null, String.valueOf(why));
  }

  String summary() {
    return score == null
        ? "refused: " + refusal
        : String.format(
            Locale.ROOT,
            "landmark error %.3f, ink %.0f mm, %d pieces, %.0f s",
            score.landmarkError(),
            score.inkMm(),
            score.components(),
            score.drawTimeS());
  }
}
