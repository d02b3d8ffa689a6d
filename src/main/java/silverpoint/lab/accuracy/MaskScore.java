package silverpoint.lab.accuracy;

import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;

/**
 * How well a mask agrees with a marked one.
 *
 * @param iou intersection over union, 1 for equal masks
 * @param boundaryF harmonic mean of the shares of each border that lies near the other (Perazzi et
 *     al. 2016)
 */
public record MaskScore(double iou, double boundaryF) {
  /** How near, as a share of the diagonal. */
  private static final double NEAR = 0.0075;

  public static MaskScore of(Mask found, Mask marked) {
    int both = found.and(marked).count();
    int either = found.count() + marked.count() - both;
    return new MaskScore(either == 0 ? 1 : (double) both / either, boundaryF(found, marked));
  }

  private static double boundaryF(Mask found, Mask marked) {
    Mask foundBorder = border(found);
    Mask markedBorder = border(marked);
    if (foundBorder.count() == 0 || markedBorder.count() == 0) {
      return foundBorder.count() == markedBorder.count() ? 1 : 0;
    }
    double nearPx = NEAR * Math.hypot(found.width(), found.height());
    double precision = shareNear(foundBorder, markedBorder.distanceToSet(), nearPx);
    double recall = shareNear(markedBorder, foundBorder.distanceToSet(), nearPx);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double shareNear(Mask border, GrayImage distance, double nearPx) {
    int near = 0;
    for (int y = 0; y < border.height(); y++) {
      for (int x = 0; x < border.width(); x++) {
        near += border.at(x, y) && distance.at(x, y) <= nearPx ? 1 : 0;
      }
    }
    return (double) near / border.count();
  }

  /** Set pixels with a clear neighbour inside the picture. */
  private static Mask border(Mask mask) {
    boolean[] border = new boolean[mask.width() * mask.height()];
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        boolean edge =
            (x > 0 && !mask.at(x - 1, y))
                || (y > 0 && !mask.at(x, y - 1))
                || (x + 1 < mask.width() && !mask.at(x + 1, y))
                || (y + 1 < mask.height() && !mask.at(x, y + 1));
        border[y * mask.width() + x] = mask.at(x, y) && edge;
      }
    }
    return new Mask(mask.width(), mask.height(), border);
  }
}
