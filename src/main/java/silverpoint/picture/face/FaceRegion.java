package silverpoint.picture.face;

import java.util.List;

/**
 * An area of the face by the vertices of its border in MediaPipe's canonical face mesh (topology of
 * the package @mediapipe/face_mesh, Apache-2.0). Left and right are the picture's.
 */
public enum FaceRegion {
  OVAL(
      10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
      148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
  LEFT_EYE(33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
  RIGHT_EYE(362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382),
  LEFT_BROW(70, 63, 105, 66, 107, 55, 65, 52, 53, 46),
  RIGHT_BROW(336, 296, 334, 293, 300, 276, 283, 282, 295, 285),
  NOSE(6, 351, 420, 279, 294, 327, 326, 2, 97, 98, 64, 49, 198, 122),
  LIPS(61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146),
  MOUTH_OPENING(
      78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95);

  private final List<Integer> vertices;

  FaceRegion(Integer... vertices) {
    this.vertices = List.of(vertices);
  }

  List<Integer> vertices() {
    return vertices;
  }
}
