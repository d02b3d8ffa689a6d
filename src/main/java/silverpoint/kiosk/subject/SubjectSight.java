package silverpoint.kiosk.subject;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceTrack;
import silverpoint.picture.face.FaceTracks;
import silverpoint.sketch.Frame;

/**
 * From the faces of every frame to the subject and the hint: a fold without threads or clocks.
 *
 * @param tracks everybody
 * @param choice who is next
 */
record SubjectSight(FaceTracks tracks, SubjectChoice choice) {
  static final SubjectSight NOTHING = new SubjectSight(FaceTracks.NONE, SubjectChoice.NOBODY);

  /** Nobody is seen; whoever comes next is somebody new. */
  SubjectSight withoutFaces() {
    return new SubjectSight(new FaceTracks(List.of(), tracks.nextId()), SubjectChoice.NOBODY);
  }

  /** What is known after one more frame with these faces. */
  SubjectSight after(Frame frame, List<Face> faces, SubjectSettings settings) {
    long timeNs = frame.capturedNs();
    FaceTracks followed = tracks.updated(faces, timeNs);
    return new SubjectSight(followed, choice.next(followed, frame.image(), settings, timeNs));
  }

  /** The same in the words of the booth. */
  Observation observe(Frame frame, SubjectSettings settings, double framesPerS) {
    long timeNs = frame.capturedNs();
    List<FaceTrack> seen =
        tracks.tracks().stream().filter(track -> track.lastSeenNs() == timeNs).toList();
    List<FaceTrack> members = choice.members(tracks, settings, timeNs);
    Optional<FaceTrack> judged =
        members.isEmpty() ? nearest(seen, frame, settings) : Optional.of(members.getFirst());
    if (judged.isEmpty()) {
      return new Observation(Optional.of(frame), seen, Optional.empty(), Hint.NOBODY, framesPerS);
    }
    FaceQuality quality = FaceQuality.of(frame.image(), judged.get().face());
    Hint hint = new QualityGate(settings).hint(judged.get(), quality);
    Optional<Subject> subject =
        members.isEmpty() ? Optional.empty() : Optional.of(new Subject(members, quality));
    return new Observation(
        Optional.of(frame),
        seen,
        subject,
        subject.isEmpty() && hint == Hint.READY ? Hint.HOLD_STILL : hint,
        framesPerS);
  }

  private static Optional<FaceTrack> nearest(
      List<FaceTrack> seen, Frame frame, SubjectSettings settings) {
    return seen.stream()
        .filter(track ->
            FaceQuality.heightShare(frame.image(), track.face()) >= settings.noticeHeightShare())
        .max(Comparator.comparingDouble(track -> track.face().sizePx()));
  }
}
