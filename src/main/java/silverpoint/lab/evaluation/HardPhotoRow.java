package silverpoint.lab.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import silverpoint.lab.corruption.Corruption;
import silverpoint.picture.portrait.Flaw;

/**
 * What became of one photo that was made hard.
 *
 * @param photo name of the good photo's file
 * @param faceFound whether a face was found at all
 * @param meshError distance of the mesh from the good photo's, in distances of the eyes; NaN when
 *     no mesh fits
 * @param refusal why it was refused; null when it was drawn or nobody was found
 * @param foundFromAfar whether the drawing shows a face from afar
 * @param landmarkError distance of the drawing's mesh from the good photo's; NaN when there is none
 * @param faceInkMm ink in the inner face
 * @param inkMm all ink
 */
public record HardPhotoRow(
    String photo,
    Corruption corruption,
    boolean faceFound,
    double meshError,
    @Nullable Flaw refusal,
    boolean foundFromAfar,
    double landmarkError,
    double faceInkMm,
    double inkMm) {
  /** A drawing is good up to this error: the worst of 45 good photos has 0.09. */
  private static final double GOOD_ERROR = 0.12;

  boolean drawn() {
    return faceFound && refusal == null;
  }

  boolean drawnWell() {
    return drawn() && foundFromAfar && landmarkError <= GOOD_ERROR;
  }

  /** Whether the kiosk did what it should. */
  public boolean right() {
    boolean refusedRightly = refusal != null && corruption.reasons().contains(refusal);
    return switch (corruption.answer()) {
      case DRAW -> drawnWell();
      case REFUSE -> refusedRightly;
      case EITHER -> drawnWell() || refusedRightly;
    };
  }

  String summary() {
    if (!faceFound) {
      return "nobody found" + (refusal == null ? "" : ": " + refusal.advice());
    }
    return refusal != null
        ? "refused: " + refusal.advice()
        : String.format(
            Locale.ROOT,
            "landmark error %.3f%s, %.0f mm in the face",
            landmarkError,
            foundFromAfar ? "" : ", no face from afar",
            faceInkMm);
  }
}
