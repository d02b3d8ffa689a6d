package silverpoint.picture.face;

import silverpoint.foundation.geometry.Point;

/**
 * One person's face over many frames.
 *
 * @param id stays with the person while the face is followed; never given twice by one tracker
 * @param face where it is, steadied over about a tenth of a second, px
 * @param velocityPxPerS of the face's centre, steadied over a quarter of a second
 * @param lastSeenNs time of the last frame in which it was found
 * @param stillSinceNs when it last came to rest; {@link Long#MAX_VALUE} while it moves
 */
public record FaceTrack(
    int id, Face face, Point velocityPxPerS, long lastSeenNs, long stillSinceNs) {

  /** How long the face has held still at a time, ns; 0 while it moves. */
  public long stillNs(long timeNs) {
    return Math.max(0, timeNs - stillSinceNs);
  }

  /** Speed in widths of the face, which does not depend on the distance from the camera. */
  public double widthsPerS() {
    return velocityPxPerS.norm() / Math.max(1, face.sizePx());
  }

  FaceTrack withStillness(long sinceNs) {
    return new FaceTrack(id, face, velocityPxPerS, lastSeenNs, sinceNs);
  }
}
