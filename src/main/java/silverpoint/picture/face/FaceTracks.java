package silverpoint.picture.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * The faces that are followed, as of one frame: a pure fold over the faces of every frame. A face
 * belongs to the track whose predicted place is nearest, in sizes of the face; the nearest pairs
 * are joined first. A track that is not found for {@link #FORGET_NS} ends.
 *
 * @param tracks all tracks, the oldest first; some may not have been found in the last frame
 * @param nextId for the next new face
 */
public record FaceTracks(List<FaceTrack> tracks, int nextId) {
  /** Nobody. */
  public static final FaceTracks NONE = new FaceTracks(List.of(), 1);

  static final long FORGET_NS = 600_000_000;

  /** Farther than this many sizes from where it is expected, a face is somebody else. */
  private static final double REACH_SIZES = 0.9;

  private static final double MOST_GROWTH = 1.7;

  private static final double BOX_TIME_S = 0.06;
  private static final double VELOCITY_TIME_S = 0.25;

  /** Moving begins and ends at different speeds, so that stillness does not flicker. */
  private static final double MOVES_WIDTHS_PER_S = 0.55;

  private static final double RESTS_WIDTHS_PER_S = 0.3;

  public FaceTracks {
    tracks = List.copyOf(tracks);
  }

  /** The tracks after a frame with these faces at a time. */
  public FaceTracks updated(List<Face> faces, long timeNs) {
    List<Pair> pairs = new ArrayList<>();
    for (FaceTrack track : tracks) {
      for (Face face : faces) {
        double distance = distance(track, face, timeNs);
        if (distance < REACH_SIZES) {
          pairs.add(new Pair(track, face, distance));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distance));
    List<FaceTrack> followed = new ArrayList<>();
    List<FaceTrack> lost = new ArrayList<>(tracks);
    List<Face> fresh = new ArrayList<>(faces);
    for (Pair pair : pairs) {
      if (lost.contains(pair.track()) && fresh.contains(pair.face())) {
        lost.remove(pair.track());
        fresh.remove(pair.face());
        followed.add(moved(pair.track(), pair.face(), timeNs));
      }
    }
    lost.stream().filter(track -> timeNs - track.lastSeenNs() < FORGET_NS).forEach(followed::add);
    int id = nextId;
    for (Face face : fresh) {
      followed.add(new FaceTrack(id++, face, new Point(0, 0), timeNs, Long.MAX_VALUE));
    }
    followed.sort(Comparator.comparingInt(FaceTrack::id));
    return new FaceTracks(followed, id);
  }

  /**
   * From where the track is expected to the face, in sizes of the face; infinite if it cannot be.
   */
  private static double distance(FaceTrack track, Face face, long timeNs) {
    double growth = face.sizePx() / Math.max(1, track.face().sizePx());
    if (growth > MOST_GROWTH || growth < 1 / MOST_GROWTH) {
      return Double.POSITIVE_INFINITY;
    }
    double seconds = Math.min(0.2, (timeNs - track.lastSeenNs()) * 1e-9);
    Point expected = track.face().boxPx().centre().plus(track.velocityPxPerS().times(seconds));
    return expected.distanceTo(face.boxPx().centre()) / Math.max(1, face.sizePx());
  }

  private static FaceTrack moved(FaceTrack track, Face face, long timeNs) {
    double seconds = Math.max(1e-3, (timeNs - track.lastSeenNs()) * 1e-9);
    double fresh = share(seconds, VELOCITY_TIME_S);
    Face steadied = between(track.face(), face, share(seconds, BOX_TIME_S));
    Point speed = steadied.boxPx().centre().minus(track.face().boxPx().centre()).times(1 / seconds);
    Point velocity = track.velocityPxPerS().towards(speed, fresh);
    FaceTrack next = new FaceTrack(track.id(), steadied, velocity, timeNs, track.stillSinceNs());
    return next.withStillness(stillSince(next, timeNs));
  }

  private static long stillSince(FaceTrack track, long timeNs) {
    boolean wasStill = track.stillSinceNs() <= timeNs;
    double limit = wasStill ? MOVES_WIDTHS_PER_S : RESTS_WIDTHS_PER_S;
    if (track.widthsPerS() > limit) {
      return Long.MAX_VALUE;
    }
    return wasStill ? track.stillSinceNs() : timeNs;
  }

  private static double share(double seconds, double timeConstantS) {
    return 1 - Math.exp(-seconds / timeConstantS);
  }

  private static Face between(Face a, Face b, double t) {
    List<Point> points = new ArrayList<>(Face.KEY_POINTS);
    for (int i = 0; i < Face.KEY_POINTS; i++) {
      points.add(a.keyPointsPx().get(i).towards(b.keyPointsPx().get(i), t));
    }
    Box p = a.boxPx();
    Box q = b.boxPx();
    return new Face(
        new Box(
            p.x() + t * (q.x() - p.x()),
            p.y() + t * (q.y() - p.y()),
            p.width() + t * (q.width() - p.width()),
            p.height() + t * (q.height() - p.height())),
        points,
        b.score());
  }

  private record Pair(FaceTrack track, Face face, double distance) {}
}
