package silverpoint.kiosk.subject;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.sketch.Frame;

/**
 * The picture in which visitors see themselves: the frame of the last observation as a small JPEG,
 * left and right exchanged as in a mirror. A frame is encoded once, however many look.
 */
public final class MirrorPicture {
  private static final int WIDTH_PX = 640;
  private static final int QUALITY = 80;

  private final SubjectWatch watch;
  private @Nullable Frame encoded;
  private byte[] jpeg = {};

  public MirrorPicture(SubjectWatch watch) {
    this.watch = watch;
  }

  /** A JPEG file; empty while there is no frame. */
  public synchronized Optional<byte[]> jpeg() {
    Optional<Frame> frame = watch.latest().frame();
    if (frame.isEmpty()) {
      encoded = null;
      jpeg = new byte[0];
      return Optional.empty();
    }
    if (encoded == null || encoded.capturedNs() != frame.get().capturedNs()) {
      jpeg = jpeg(frame.get().image());
      encoded = frame.get();
    }
    return Optional.of(jpeg.clone());
  }

  /** The mirrored picture, at most 640 px wide. */
  static byte[] jpeg(RgbImage image) {
    double shrink = Math.max(1, (double) image.width() / WIDTH_PX);
    int width = (int) Math.round(image.width() / shrink);
    int height = (int) Math.round(image.height() / shrink);
    Affine mirror = new Affine(-shrink, 0, 0, shrink, image.width(), 0);
    return ImageFiles.encodeJpeg(
        Resampling.window(image, mirror, width, height, Resampling.Border.REPLICATE), QUALITY);
  }
}
