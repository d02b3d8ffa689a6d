package silverpoint.lab.accuracy;

import java.util.Arrays;
import silverpoint.foundation.image.Mask;

/**
 * The pixels of two masks that lie near each other.
 *
 * @param rowPixels pixels of the first mask that have a neighbour, in reading order
 * @param columnPixels pixels of the second mask that have a neighbour
 * @param costs their distances in hundredths of a pixel
 * @param aloneCost what it costs that a pixel stays without a partner: a hundred times the largest
 *     distance
 */
record Neighbours(int[] rowPixels, int[] columnPixels, CostMatrix costs, long aloneCost) {
  private static final int COST_PER_PX = 100;
  private static final int ALONE_PER_DISTANCE = 100;

  static Neighbours within(double maxDistancePx, Mask rows, Mask columns) {
    int width = rows.width();
    int height = rows.height();
    int reach = (int) Math.ceil(maxDistancePx);
    int[] rowPixels = new int[rows.count()];
    int[] columnPixels = new int[columns.count()];
    int[] columnOfPixel = new int[width * height];
    Arrays.fill(columnOfPixel, -1);
    CostMatrix.Builder costs = new CostMatrix.Builder();
    int rowCount = 0;
    int columnCount = 0;
    for (int pixel = 0; pixel < width * height; pixel++) {
      int x0 = pixel % width;
      int y0 = pixel / width;
      if (!rows.at(x0, y0)) {
        continue;
      }
      boolean near = false;
      for (int y = Math.max(0, y0 - reach); y <= Math.min(height - 1, y0 + reach); y++) {
        for (int x = Math.max(0, x0 - reach); x <= Math.min(width - 1, x0 + reach); x++) {
          double distance = Math.hypot(x - x0, y - y0);
          if (!columns.at(x, y) || distance > maxDistancePx) {
            continue;
          }
          if (columnOfPixel[y * width + x] < 0) {
            columnPixels[columnCount] = y * width + x;
            columnOfPixel[y * width + x] = columnCount++;
          }
          costs.add(
              rowCount, columnOfPixel[y * width + x], (int) Math.rint(distance * COST_PER_PX));
          near = true;
        }
      }
      if (near) {
        rowPixels[rowCount++] = pixel;
      }
    }
    return new Neighbours(
        Arrays.copyOf(rowPixels, rowCount),
        Arrays.copyOf(columnPixels, columnCount),
        costs.build(rowCount, columnCount),
        (long) Math.ceil(ALONE_PER_DISTANCE * maxDistancePx * COST_PER_PX));
  }
}
