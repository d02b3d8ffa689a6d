package silverpoint.picture.face;

import java.util.List;
import silverpoint.foundation.image.RgbImage;

/** Seam: finds faces. */
public interface FaceDetector {
  /** All faces, the surest first; empty when nobody is there. */
  List<Face> detect(RgbImage image);
}
