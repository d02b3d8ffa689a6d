package silverpoint.picture.tone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;

/**
 * How many times surer a line must be at a place of the face than at a feature: where a line makes
 * people older or a woman a man, on the bridge of the nose, on cheeks and below the eyes, it needs
 * a dark valley of its own. Zones by the vertices of MediaPipe's canonical face mesh.
 */
final class Sureness {
  private static final double CHEEK = 1.7;
  private static final double BRIDGE = 2.6;
  private static final double NOSE_WING = 1.0;
  private static final double NOSE_FRONT = 2.2;
  private static final double LIPS = 1.1;
  private static final double AROUND_EYE = 1.8;

  /** A line from the brow to the eye's outer corner is no feature, but looks like one. */
  private static final double TEMPLE = 5;

  private static final double BROW = 0.9;
  private static final double EYE = 1.2;

  /** Between the lips are teeth. */
  private static final double MOUTH_OPENING = 9;

  private record Zone(Polygon area, double marginPx, double factor) {}

  /** The last zone that a point lies in counts. */
  private final List<Zone> zones = new ArrayList<>();

  private final Polygon features;
  private final double featureMarginPx;

  Sureness(FaceMesh mesh) {
    double width = FaceDarkness.faceWidthPx(mesh);
    add(
        polygon(
            mesh, 168, 193, 245, 188, 174, 217, 126, 142, 203, 206, 2, 426, 423, 371, 355, 437, 399,
            412, 465, 417),
        0,
        BRIDGE);
    add(
        polygon(mesh, 98, 64, 48, 115, 220, 45, 4, 275, 440, 344, 278, 294, 327, 326, 2, 97),
        0.03 * width,
        NOSE_WING);
    add(
        polygon(mesh, 115, 131, 134, 51, 5, 281, 363, 360, 344, 440, 275, 4, 45, 220),
        0,
        NOSE_FRONT);
    add(mesh.polygon(FaceRegion.LIPS), 0.05 * width, LIPS);
    add(mesh.polygon(FaceRegion.LEFT_EYE), 0.07 * width, AROUND_EYE);
    add(mesh.polygon(FaceRegion.RIGHT_EYE), 0.07 * width, AROUND_EYE);
    add(polygon(mesh, 46, 113, 33, 31, 111, 34, 139, 70), 0, TEMPLE);
    add(polygon(mesh, 276, 342, 263, 261, 340, 264, 368, 300), 0, TEMPLE);
    add(mesh.polygon(FaceRegion.LEFT_BROW), 0.03 * width, BROW);
    add(mesh.polygon(FaceRegion.RIGHT_BROW), 0.03 * width, BROW);
    add(mesh.polygon(FaceRegion.LEFT_EYE), 0.02 * width, EYE);
    add(mesh.polygon(FaceRegion.RIGHT_EYE), 0.02 * width, EYE);
    add(mesh.polygon(FaceRegion.MOUTH_OPENING), 0, MOUTH_OPENING);
    features = features(mesh);
    featureMarginPx = 0.03 * width;
  }

  private void add(Polygon area, double marginPx, double factor) {
    zones.add(new Zone(area, marginPx, factor));
  }

  private static Polygon polygon(FaceMesh mesh, int... vertices) {
    return new Polygon(mesh.line(vertices).points());
  }

  /** Whether a place lies among the features; the rest of the face stays paper. */
  boolean isAmongFeatures(Point at) {
    return features.reaches(at, featureMarginPx);
  }

  double at(Point at) {
    for (Zone zone : zones.reversed()) {
      if (zone.area.reaches(at, zone.marginPx)) {
        return zone.factor;
      }
    }
    return CHEEK;
  }

  private static Polygon features(FaceMesh mesh) {
    List<Point> points =
        new ArrayList<>(
            Stream.of(
                    FaceRegion.LEFT_EYE,
                    FaceRegion.RIGHT_EYE,
                    FaceRegion.LEFT_BROW,
                    FaceRegion.RIGHT_BROW,
                    FaceRegion.LIPS)
                .flatMap(region -> mesh.polygon(region).corners().stream())
                .toList());
    points.addAll(mesh.line(98, 327, 64, 294, 129, 358, 205, 425, 187, 17, 18).points());
    return Polygon.hull(points);
  }
}
