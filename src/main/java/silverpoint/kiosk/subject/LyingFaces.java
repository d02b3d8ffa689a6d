package silverpoint.kiosk.subject;

import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import silverpoint.picture.face.FaceTrack;
import silverpoint.picture.face.FaceTracks;
import silverpoint.picture.face.LiveFaceFinder;
import silverpoint.sketch.Frame;

/**
 * Whether the camera is mounted on its side or upside down: the nearest face lies, look after look.
 * A face that lies is followed like others, but its points are anywhere, so that its guest could
 * never be drawn. One that stands, look after look, is proof enough for a while, so that looking
 * costs next to nothing.
 */
final class LyingFaces {
  private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PROVED_NS = TimeUnit.SECONDS.toNanos(10);

  /** Fewer may be a guest who bends down. */
  private static final int ENOUGH_LOOKS = 8;

  private static final int ENOUGH_PROOFS = 3;

  private final LiveFaceFinder finder;
  private final SubjectSettings settings;
  private long nextNs = Long.MIN_VALUE;
  private int seen;
  private int looks;
  private volatile int quarters;

  LyingFaces(LiveFaceFinder finder, SubjectSettings settings) {
    this.finder = finder;
    this.settings = settings;
  }

  /** By how many quarters, clockwise, faces lie; 0 while that is not known, and when they stand. */
  int quarters() {
    return quarters;
  }

  /** Looks at the nearest face that this frame shows, if it is time to. */
  void look(Frame frame, FaceTracks tracks) {
    if (frame.capturedNs() < nextNs) {
      return;
    }
    tracks.tracks().stream()
        .filter(track -> track.lastSeenNs() == frame.capturedNs())
        .map(FaceTrack::face)
        .filter(
            face -> FaceQuality.heightShare(frame.image(), face) >= settings.noticeHeightShare())
        .max(Comparator.comparingDouble(face -> face.sizePx()))
        .ifPresent(face -> {
          note(finder.liesByQuarters(frame.image(), face));
          boolean proved = seen == 0 && looks >= ENOUGH_PROOFS;
          nextNs = frame.capturedNs() + (proved ? PROVED_NS : LOOK_EVERY_NS);
        });
  }

  private void note(int lies) {
    looks = lies == seen ? looks + 1 : 1;
    seen = lies;
    if (lies == 0) {
      quarters = 0;
    } else if (looks >= ENOUGH_LOOKS) {
      quarters = lies;
    }
  }
}
