package silverpoint.kiosk.camera;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import silverpoint.foundation.image.RgbImage;

/** A video file as a camera: it plays at its own speed and begins again at its end. */
final class VideoFileCamera implements Camera {
  private final Path file;
  private final RealTimeWait pace;
  private final boolean realTime;

  private VideoFileCamera(Path file, LongSupplier clockNs, boolean realTime) {
    this.file = file;
    this.pace = new RealTimeWait(clockNs);
    this.realTime = realTime;
  }

  /**
   * @param clockNs a clock that runs in real time
   */
  public static VideoFileCamera realTime(Path file, LongSupplier clockNs) {
    return new VideoFileCamera(file, clockNs, true);
  }

  /** As fast as it can be decoded, for measuring. */
  public static VideoFileCamera unpaced(Path file) {
    return new VideoFileCamera(file, () -> 0, false);
  }

  @Override
  public String name() {
    return "video " + file;
  }

  @Override
  public String cure() {
    return "see that " + file + " is a video that can be read";
  }

  @Override
  public CameraStream open() {
    if (!Files.isReadable(file)) {
      throw new CameraException(name() + " is not there or may not be read");
    }
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
    grabber.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
    // the detector has one core, so has the decoder
    grabber.setVideoOption("threads", "1");
    try {
      grabber.start();
    } catch (FrameGrabber.Exception e) {
      throw new CameraException(name() + " is no video that can be read", e);
    }
    return new Playing(grabber);
  }

  private final class Playing implements CameraStream {
    private final FFmpegFrameGrabber grabber;
    private long beganNs;
    private boolean begun;
    private volatile boolean closed;

    Playing(FFmpegFrameGrabber grabber) {
      this.grabber = grabber;
    }

    @Override
    public RgbImage read() {
      try {
        Frame frame = grabber.grabImage();
        if (frame == null) {
          grabber.setTimestamp(0);
          begun = false;
          frame = grabber.grabImage();
        }
        if (frame == null || closed) {
          throw new CameraException(name() + (closed ? ": it was closed" : " has no pictures"));
        }
        waitFor(frame.timestamp);
        return rgb(frame);
      } catch (FrameGrabber.Exception e) {
        throw new CameraException(name() + " is damaged", e);
      }
    }

    private void waitFor(long timestampUs) {
      if (!realTime) {
        return;
      }
      if (!begun) {
        begun = true;
        beganNs = pace.clockNs().getAsLong() - timestampUs * 1_000;
      }
      pace.until(beganNs + timestampUs * 1_000, () -> closed);
    }

    /** Releasing waits for a grab in progress, which ends by itself. */
    @Override
    public void close() {
      closed = true;
      try {
        grabber.close();
      } catch (FrameGrabber.Exception e) {
        throw new CameraException(name() + " cannot be closed", e);
      }
    }
  }

  private static RgbImage rgb(Frame frame) {
    int width = frame.imageWidth;
    int height = frame.imageHeight;
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      pixels.get(y * frame.imageStride, rgb, 3 * width * y, 3 * width);
    }
    return new RgbImage(width, height, rgb);
  }
}
