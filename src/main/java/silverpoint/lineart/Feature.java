package silverpoint.lineart;

import silverpoint.face.FaceMesh;
import silverpoint.geometry.Polyline;

/**
 * A line of the face that a portrait must not miss, as a path over the vertices of MediaPipe's canonical face mesh
 * (topology of the package @mediapipe/face_mesh, Apache-2.0). Left and right are the picture's.
 */
enum Feature {
  LEFT_UPPER_LID(5, 5, 33, 246, 161, 160, 159, 158, 157, 173, 133),
  RIGHT_UPPER_LID(5, 5, 362, 398, 384, 385, 386, 387, 388, 466, 263),
  LEFT_LOWER_LID(6, 9, 33, 7, 163, 144, 145, 153, 154, 155, 133),
  RIGHT_LOWER_LID(6, 9, 362, 382, 381, 380, 374, 373, 390, 249, 263),
  LEFT_BROW(9, 12, 70, 63, 105, 66, 107),
  RIGHT_BROW(9, 12, 336, 296, 334, 293, 300),
  NOSE_BASE(7, 8, 64, 98, 97, 2, 326, 327, 294),
  MOUTH(6, 6, 61, 78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 291),
  LOWER_LIP(7, 10, 91, 181, 84, 17, 314, 405, 321),
  JAW(
      11, 16, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361);

  private final double nearPx;
  private final double minGapPx;
  private final int[] vertices;

  Feature(double nearPx, double minGapPx, int... vertices) {
    this.nearPx = nearPx;
    this.minGapPx = minGapPx;
    this.vertices = vertices;
  }

  /** A line of the edge model this close is this feature, px of the crop. */
  double nearPx() {
    return nearPx;
  }

  /** Shorter gaps are left open, px of the crop. */
  double minGapPx() {
    return minGapPx;
  }

  Polyline path(FaceMesh mesh) {
    return mesh.line(vertices).splined(1);
  }
}
