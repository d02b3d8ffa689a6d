package silverpoint.kiosk.camera;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import silverpoint.foundation.image.RgbImage;

/** A camera that shows the pictures it is given, a thirtieth of a second apart on its own clock. */
public final class ShownCamera implements Camera {
  /** For a feed that waits a minute for a picture. */
  public static final FeedSettings PATIENT = new FeedSettings(60_000, 60_000, 60_000, 1, 1, 0);

  private static final long FRAME_NS = 33_333_333;

  private final BlockingQueue<RgbImage> pictures = new LinkedBlockingQueue<>();
  private final AtomicLong nowNs = new AtomicLong();

  /** The next picture. */
  public void show(RgbImage picture) {
    pictures.add(picture);
  }

  /** Its clock, which stands still between pictures. */
  public LongSupplier clockNs() {
    return nowNs::get;
  }

  /** Lets time pass on its clock. */
  public void pass(long ms) {
    nowNs.addAndGet(TimeUnit.MILLISECONDS.toNanos(ms));
  }

  /** A feed of this camera on its clock, which has begun. */
  public CameraFeed feed(FeedSettings settings) {
    return new CameraFeed(this, settings, nowNs::get).start();
  }

  @Override
  public String name() {
    return "shown";
  }

  @Override
  public String cure() {
    return "show it more";
  }

  @Override
  public CameraStream open() {
    return new CameraStream() {
      @Override
      public RgbImage read() {
        try {
          RgbImage picture = pictures.take();
          nowNs.addAndGet(FRAME_NS);
          return picture;
        } catch (InterruptedException e) {
          throw new CameraException("shown: interrupted", e);
        }
      }

      @Override
      public void close() {
        // the reader waits for a picture, which may never come
      }
    };
  }
}
