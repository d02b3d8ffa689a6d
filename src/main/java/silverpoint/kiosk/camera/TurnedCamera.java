package silverpoint.kiosk.camera;

import silverpoint.foundation.image.RgbImage;

/**
 * A camera that is mounted on its side or upside down, or looks into a mirror: every picture is
 * turned once, before anybody sees it.
 *
 * @param quarters clockwise
 * @param mirrored whether left and right are exchanged then
 */
record TurnedCamera(Camera camera, int quarters, boolean mirrored) implements Camera {
  @Override
  public String name() {
    return camera.name();
  }

  @Override
  public String cure() {
    return camera.cure();
  }

  @Override
  public boolean seesPeople() {
    return camera.seesPeople();
  }

  @Override
  public CameraStream open() {
    CameraStream stream = camera.open();
    return new CameraStream() {
      @Override
      public RgbImage read() {
        return stream.read().turned(quarters, mirrored);
      }

      @Override
      public void close() {
        stream.close();
      }
    };
  }
}
