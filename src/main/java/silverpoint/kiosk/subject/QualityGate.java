package silverpoint.kiosk.subject;

import silverpoint.picture.face.FaceTrack;

/** Says what keeps a face from being drawn well: the first thing that a visitor should change. */
record QualityGate(SubjectSettings settings) {
  /** A moving face of this speed, widths of the face a second, is blurred. */
  private static final double MOST_WIDTHS_PER_S = 0.6;

  /** The hint for a face that is looked at at a time. */
  Hint hint(FaceTrack track, FaceQuality quality) {
    if (quality.heightShare() > settings.mostHeightShare()) {
      return Hint.STEP_BACK;
    }
    if (quality.heightShare() < settings.leastHeightShare()
        || quality.sizePx() < settings.leastSizePx()) {
      return Hint.COME_CLOSER;
    }
    if (quality.brightness() < settings.leastBrightness()
        || quality.contrast() < settings.leastContrast()) {
      return Hint.MORE_LIGHT;
    }
    if (Math.abs(quality.turn()) > settings.mostTurn()
        || Math.abs(Math.toDegrees(quality.rollRadians())) > settings.mostRollDegrees()) {
      return Hint.LOOK_HERE;
    }
    if (track.widthsPerS() > MOST_WIDTHS_PER_S) {
      return Hint.HOLD_STILL;
    }
    return quality.sharpness() < settings.leastSharpness() ? Hint.TOO_BLURRED : Hint.READY;
  }
}
