package silverpoint.kiosk.subject;

/**
 * Who counts as a visitor and which picture is good enough. Lengths are shares of the picture's
 * shorter side, so that they hold for any camera, however it is mounted.
 *
 * @param noticeHeightShare a face smaller than this is somebody far away
 * @param leastHeightShare a face smaller than this is asked to come closer
 * @param mostHeightShare a larger one to step back
 * @param aimHeightShare a face of this size fills the mirror's oval; between the two, and so small
 *     that head and shoulders beside it fit into a picture of any format
 * @param leastSizePx a face with fewer pixels cannot be drawn either
 * @param mostTurn see {@link FaceQuality#turn}
 * @param mostRollDegrees tilt of the head
 * @param leastBrightness mean luma of the face; low, for dark skin needs no lamp
 * @param leastContrast standard deviation of the face's luma; without it even a bright face is flat
 * @param leastSharpness see {@link FaceQuality#sharpness}
 * @param stillMs so long a face must hold still before it is a subject
 */
public record SubjectSettings(
    double noticeHeightShare,
    double leastHeightShare,
    double mostHeightShare,
    double aimHeightShare,
    double leastSizePx,
    double mostTurn,
    double mostRollDegrees,
    double leastBrightness,
    double leastContrast,
    double leastSharpness,
    long stillMs) {
  /** Measured on portraits and films of people before a webcam, and on the same with faults. */
  public static SubjectSettings defaults() {
    return new SubjectSettings(0.11, 0.2, 0.62, 0.33, 80, 0.33, 25, 0.09, 0.03, 0.135, 600);
  }
}
