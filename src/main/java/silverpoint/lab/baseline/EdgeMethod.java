package silverpoint.lab.baseline;

import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;

/** Seam: a method that finds lines without learning. */
public interface EdgeMethod {
  /** Soft lines of the same size, 0 paper to 1 a sure line. */
  GrayImage edges(RgbImage picture);
}
