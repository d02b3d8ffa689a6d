package silverpoint.kiosk.subject;

import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;

/**
 * How well a frame shows a face.
 *
 * @param heightShare height of the face's box over the picture's shorter side
 * @param sizePx long side of the face's box
 * @param brightness mean luma inside the box, 0..1
 * @param contrast standard deviation of the luma there, 0..1
 * @param sharpness contrast of the finest scale over that of coarser ones, at a fixed size of the
 *     face: 0.18 to 0.35 in focus, under 0.14 when blurred over a fiftieth of the face
 * @param turn of the head to the side: distance of the nose tip from the line between the eyes'
 *     middle and the mouth, in distances between the eyes; 0 from the front, negative to the left
 * @param rollRadians tilt of the head, 0 when the eyes are level
 */
public record FaceQuality(
    double heightShare,
    double sizePx,
    double brightness,
    double contrast,
    double sharpness,
    double turn,
    double rollRadians) {
  private static final int SAMPLE_PX = 96;

  /** Measures one face of a picture. */
  public static FaceQuality of(RgbImage image, Face face) {
    GrayImage luma = sample(image, face).luma();
    GrayImage fine = luma.blurred(1);
    GrayImage coarse = luma.blurred(4);
    double sum = 0;
    double squares = 0;
    double high = 0;
    double low = 1e-6;
    for (int y = 0; y < SAMPLE_PX; y++) {
      for (int x = 0; x < SAMPLE_PX; x++) {
        double value = luma.at(x, y);
        sum += value;
        squares += value * value;
        high += Math.abs(value - fine.at(x, y));
        low += Math.abs(value - coarse.at(x, y));
      }
    }
    double area = SAMPLE_PX * SAMPLE_PX;
    double mean = sum / area;
    return new FaceQuality(
        heightShare(image, face),
        face.sizePx(),
        mean,
        Math.sqrt(Math.max(0, squares / area - mean * mean)),
        high / low,
        turn(face),
        face.rollRadians());
  }

  /** A camera that is mounted on its side sees a face as far away as large as before. */
  static double heightShare(RgbImage image, Face face) {
    return face.boxPx().height() / Math.min(image.width(), image.height());
  }

  private static RgbImage sample(RgbImage image, Face face) {
    double size = Math.max(1, face.sizePx());
    Point centre = face.boxPx().centre();
    Affine toPicture =
        Affine.scaling(size / SAMPLE_PX)
            .then(Affine.translation(centre.x() - size / 2, centre.y() - size / 2));
    return Resampling.window(image, toPicture, SAMPLE_PX, SAMPLE_PX, Resampling.Border.REPLICATE);
  }

  static double turn(Face face) {
    Point left = face.keyPointsPx().get(0);
    Point right = face.keyPointsPx().get(1);
    Point nose = face.keyPointsPx().get(2);
    Point mouth = face.keyPointsPx().get(3);
    Point middle = left.towards(right, 0.5);
    Point down = mouth.minus(middle);
    double apart = left.distanceTo(right);
    // a head from the side: the eyes fall together
    if (apart < 1e-6 || down.norm() < 1e-6) {
      return 1;
    }
    return down.cross(nose.minus(middle)) / down.norm() / -apart;
  }

  /** One number for choosing among frames of one face; larger is better. */
  double worth() {
    return sharpness * (1 - Math.min(0.9, Math.abs(turn))) * Math.min(1, contrast / 0.1);
  }
}
