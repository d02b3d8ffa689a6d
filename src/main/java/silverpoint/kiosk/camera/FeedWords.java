package silverpoint.kiosk.camera;

/** What people are told of a camera that gives no pictures: what happened, and what helps. */
final class FeedWords {
  private FeedWords() {}

  static String silent(Camera camera, long silentMs) {
    return camera.name()
        + ": no picture for "
        + Math.round(silentMs / 100.0) / 10.0
        + " s; it is opened again by itself; when that does not help, "
        + camera.cure();
  }

  static String hangs(Camera camera, int threads) {
    return camera.name()
        + ": it hangs and holds "
        + threads
        + " threads; "
        + camera.cure()
        + ", or start the kiosk again";
  }

  static String broke(Camera camera, Throwable thrown) {
    String said = String.valueOf(thrown.getMessage());
    return switch (thrown) {
      case CameraException known -> said;
      case OutOfMemoryError full ->
          camera.name() + ": out of memory (" + said + "); smaller pictures need less";
      default -> camera.name() + ": it broke off (" + said + "); " + camera.cure();
    };
  }

  static String ended(Camera camera) {
    return camera.name() + ": it ended; " + camera.cure();
  }
}
