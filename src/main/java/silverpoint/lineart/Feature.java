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
  private static final Feature LEFT_UPPER_LID =
      of(5, 5, 33, 246, 161, 160, 159, 158, 157, 173, 133);
  private static final Feature RIGHT_UPPER_LID =
      of(5, 5, 362, 398, 384, 385, 386, 387, 388, 466, 263);
  private static final Feature LEFT_LOWER_LID = of(6, 9, 33, 7, 163, 144, 145, 153, 154, 155, 133);
  private static final Feature RIGHT_LOWER_LID =
      of(6, 9, 362, 382, 381, 380, 374, 373, 390, 249, 263);
  private static final Feature LEFT_BROW = of(9, 12, 70, 63, 105, 66, 107);
  private static final Feature RIGHT_BROW = of(9, 12, 336, 296, 334, 293, 300);
  private static final Feature NOSE_BASE = of(7, 8, 64, 98, 97, 2, 326, 327, 294);
  private static final Feature MOUTH =
      of(6, 6, 61, 78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 291);
  private static final Feature LOWER_LIP = of(7, 10, 91, 181, 84, 17, 314, 405, 321);
  private static final Feature JAW =
      of(
          11, 16, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288,
          361);

  /** All features, from the eyes down. */
  static final List<Feature> ALL =
      List.of(
          LEFT_UPPER_LID,
          RIGHT_UPPER_LID,
          LEFT_LOWER_LID,
          RIGHT_LOWER_LID,
          LEFT_BROW,
          RIGHT_BROW,
          NOSE_BASE,
          MOUTH,
          LOWER_LIP,
          JAW);

  private static Feature of(double nearPx, double minGapPx, Integer... vertices) {
    return new Feature(nearPx, minGapPx, List.of(vertices));
  }

  Polyline path(FaceMesh mesh) {
    return mesh.line(vertices.stream().mapToInt(vertex -> vertex).toArray()).splined(1);
  }
}
