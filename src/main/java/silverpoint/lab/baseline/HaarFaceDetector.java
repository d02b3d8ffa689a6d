package silverpoint.lab.baseline;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.RgbImage;
import silverpoint.lab.accuracy.Detection;

/**
 * Viola and Jones's detector (2001) with the cascade for frontal faces that comes with OpenCV.
 * Boxes only, without key points. One call at a time.
 */
public final class HaarFaceDetector {
  private static final String CASCADE =
      "/org/bytedeco/opencv/%s/share/opencv4/haarcascades/haarcascade_frontalface_default.xml";
  private static final double SCALE_STEP = 1.1;
  private static final int MIN_NEIGHBOURS = 4;
  private static final int MIN_FACE_PX = 20;

  /** Sum of the last stage's votes that counts as half sure. */
  private static final double HALF_SURE = 3;

  private final CascadeClassifier cascade;

  public HaarFaceDetector() {
    String resource = CASCADE.formatted(Loader.getPlatform());
    try {
      Path file = Loader.extractResource(resource, null, "haar", ".xml").toPath();
      try {
        cascade = new CascadeClassifier(file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException | RuntimeException e) {
      throw new ImageException("OpenCV comes without " + resource, e);
    }
  }

  /** All faces, the surest first. */
  public synchronized List<Detection> detect(RgbImage image) {
    byte[] grey = new byte[image.width() * image.height()];
    float[] luma = image.luma().toArray();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) Math.round(255 * luma[i]);
    }
    List<Detection> faces = new ArrayList<>();
    try (BytePointer pixels = new BytePointer(grey);
        Mat picture = new Mat(image.height(), image.width(), CV_8UC1, pixels);
        RectVector boxes = new RectVector();
        IntPointer levels = new IntPointer();
        DoublePointer weights = new DoublePointer();
        Size smallest = new Size(MIN_FACE_PX, MIN_FACE_PX);
        Size largest = new Size()) {
      cascade.detectMultiScale3(
          picture, boxes, levels, weights, SCALE_STEP, MIN_NEIGHBOURS, 0, smallest, largest, true);
      for (long i = 0; i < boxes.size(); i++) {
        double votes = weights.get(i);
        Rect rect = boxes.get(i);
        faces.add(
            new Detection(
                new Box(rect.x(), rect.y(), rect.width(), rect.height()),
                1 / (1 + Math.exp(HALF_SURE - votes)),
                List.of()));
      }
    }
    faces.sort(Comparator.comparingDouble(Detection::score).reversed());
    return List.copyOf(faces);
  }
}
