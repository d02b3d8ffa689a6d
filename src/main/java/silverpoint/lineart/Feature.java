package silverpoint.lineart;

import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Polyline;

/**
 * A line of the face that a portrait must not miss, as a path over the vertices of MediaPipe's
 * canonical face mesh (topology of the package @mediapipe/face_mesh, Apache-2.0). Left and right
 * are the picture's.
 */
record Feature(double nearPx, double minGapPx, List<Integer> vertices) {
  private static final Feature LEFT_BROW = of(9, 12, 70, 63, 105, 66, 107);
  private static final Feature RIGHT_BROW = of(9, 12, 336, 296, 334, 293, 300);
  private static final Feature NOSE_BASE = of(7, 8, 64, 98, 97, 2, 326, 327, 294);
  private static final Feature JAW =
      of(
          11, 16, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288,
          361);

  /** All features but eyes and mouth, from the brows down. */
  static final List<Feature> ALL = List.of(LEFT_BROW, RIGHT_BROW, NOSE_BASE, JAW);

  private static Feature of(double nearPx, double minGapPx, Integer... vertices) {
    return new Feature(nearPx, minGapPx, List.of(vertices));
  }

  Polyline path(FaceMesh mesh) {
    return mesh.line(vertices.stream().mapToInt(vertex -> vertex).toArray()).splined(1);
  }
}
