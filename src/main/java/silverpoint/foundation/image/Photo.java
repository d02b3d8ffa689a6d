package silverpoint.foundation.image;

/**
 * A decoded picture file.
 *
 * @param pixels upright; smaller than the file when that is huge
 * @param widthPx width of the upright picture in the file
 * @param heightPx height of the upright picture in the file
 */
public record Photo(RgbImage pixels, int widthPx, int heightPx) {
  /** File px for every px of {@link #pixels}. */
  public double scale() {
    return (double) widthPx / pixels.width();
  }
}
