package silverpoint.lab.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One photo of a measured folder: a score, or why there is none.
 *
 * @param name of the file
 * @param composition how it stands on the page; null without a score
 * @param skinDeg see {@link silverpoint.lab.evaluation.SkinTone}; null where no face is found
 * @param glasses whether glasses are drawn
 */
public record PortraitRow(
    String name,
    @Nullable PortraitScore score,
    @Nullable String refusal,
    @Nullable Composition composition,
    @Nullable Double skinDeg,
    boolean glasses) {
  static PortraitRow refused(String name, @Nullable String why) {
    return new PortraitRow(name, null, String.valueOf(why), null, null, false);
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
