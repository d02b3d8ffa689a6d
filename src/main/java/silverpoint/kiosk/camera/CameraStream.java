package silverpoint.kiosk.camera;

import silverpoint.foundation.image.RgbImage;

/** Seam: an opened camera. One thread reads; any thread may close. */
public interface CameraStream extends AutoCloseable {
  /**
   * Blocks for the next picture.
   *
   * @throws CameraException when the source has ended or failed; the message says how to mend it
   */
  RgbImage read();

  /** Lets go of the device; a read in progress ends with an exception where the source can. */
  @Override
  void close();
}
