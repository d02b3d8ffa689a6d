package silverpoint.kiosk.subject;

import java.util.List;
import java.util.Optional;
import silverpoint.picture.face.FaceTrack;
import silverpoint.sketch.Frame;

/**
 * What one frame shows.
 *
 * @param frame the frame; empty while the camera gives none
 * @param tracks all faces found in it
 * @param subject who would be drawn; empty when nobody is near and turned to the camera
 * @param hint what the subject, or whoever comes nearest to being one, could do
 * @param framesPerS looks a second
 */
public record Observation(
    Optional<Frame> frame,
    List<FaceTrack> tracks,
    Optional<Subject> subject,
    Hint hint,
    double framesPerS) {
  /** Before the first frame, and while there is none. */
  public static final Observation NOTHING =
      new Observation(Optional.empty(), List.of(), Optional.empty(), Hint.NOBODY, 0);

  public Observation {
    tracks = List.copyOf(tracks);
  }

  /** Whether the subject could be drawn from this frame. */
  public boolean isReady() {
    return hint == Hint.READY;
  }
}
