package silverpoint.kiosk.camera;

import java.util.function.LongSupplier;
import silverpoint.foundation.image.RgbImage;

/**
 * A camera that needs no camera: nobody is there, then a visitor walks up, holds still for a minute
 * as somebody does who is being drawn, and leaves; again and again. The same seed and time give the
 * same picture.
 */
final class DemoCamera implements Camera {
  private static final int FRAMES_PER_S = 30;

  private final long seed;
  private final RealTimeWait pace;

  /**
   * @param seed of the sway and the sensor noise
   * @param clockNs a clock that runs in real time
   */
  public DemoCamera(long seed, LongSupplier clockNs) {
    this.seed = seed;
    this.pace = new RealTimeWait(clockNs);
  }

  @Override
  public String name() {
    return "demo camera";
  }

  @Override
  public String cure() {
    return "give the computer less to do";
  }

  @Override
  public boolean seesPeople() {
    return false;
  }

  @Override
  public CameraStream open() {
    return new Showing();
  }

  private final class Showing implements CameraStream {
    private final DemoScene scene = new DemoScene(seed);
    private final long beganNs = pace.clockNs().getAsLong();
    private volatile boolean closed;

    @Override
    public RgbImage read() {
      long elapsedNs = pace.clockNs().getAsLong() - beganNs;
      long frame = elapsedNs * FRAMES_PER_S / 1_000_000_000L + 1;
      long frameNs = frame * 1_000_000_000L / FRAMES_PER_S;
      pace.until(beganNs + frameNs, () -> closed);
      if (closed) {
        throw new CameraException(name() + ": it was closed");
      }
      return scene.pictureAt(frameNs);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
