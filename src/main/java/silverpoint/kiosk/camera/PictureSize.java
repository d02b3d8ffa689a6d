package silverpoint.kiosk.camera;

/** What is asked of a camera; it may give the nearest that it can. */
record PictureSize(int widthPx, int heightPx, int framesPerS) {
  public PictureSize {
    if (widthPx < 160 || heightPx < 120 || widthPx > 4096 || heightPx > 4096) {
      throw new IllegalArgumentException(
          "pictures from 160 x 120 to 4096 x 4096 px: " + widthPx + " x " + heightPx);
    }
    if (framesPerS < 1 || framesPerS > 120) {
      throw new IllegalArgumentException("framesPerS is 1 to 120: " + framesPerS);
    }
  }
}
