package silverpoint.lab.accuracy;

import silverpoint.foundation.image.Mask;

/**
 * Which pixels of two line pictures belong together, one to one.
 *
 * @param detected pixels of the first picture that have a partner
 * @param truth pixels of the second picture that have a partner, as many as the first
 */
record Correspondence(Mask detected, Mask truth) {

  /**
   * Pairs pixels that lie within a distance: as many pairs as possible and, among those, the least
   * sum of distances. This is the assignment of the Berkeley benchmark (Martin, Fowlkes and Malik
   * 2004), where a pixel left alone costs a hundred times the largest distance.
   */
  static Correspondence of(Mask detected, Mask truth, double maxDistancePx, Outliers outliers) {
    if (detected.width() != truth.width() || detected.height() != truth.height()) {
      throw new IllegalArgumentException(
          "line pictures differ in size: %d x %d, %d x %d"
              .formatted(detected.width(), detected.height(), truth.width(), truth.height()));
    }
    boolean fewerTruths = truth.count() < detected.count();
    Mask rows = fewerTruths ? truth : detected;
    Mask columns = fewerTruths ? detected : truth;
    Neighbours neighbours = Neighbours.within(maxDistancePx, rows, columns);
    int[] columnOfRow =
        switch (outliers) {
          case Outliers.Free free ->
              new Assignment(neighbours.costs(), neighbours.aloneCost()).columnOfRow();
          case Outliers.Sampled sampled ->
              new SampledOutliers(sampled.seed()).columnOfRow(neighbours);
        };
    boolean[] pairedRows = new boolean[rows.width() * rows.height()];
    boolean[] pairedColumns = new boolean[pairedRows.length];
    for (int row = 0; row < neighbours.rowPixels().length; row++) {
      int column = columnOfRow[row];
      if (column >= 0 && column < neighbours.columnPixels().length) {
        pairedRows[neighbours.rowPixels()[row]] = true;
        pairedColumns[neighbours.columnPixels()[column]] = true;
      }
    }
    Mask paired = new Mask(rows.width(), rows.height(), pairedRows);
    Mask partners = new Mask(rows.width(), rows.height(), pairedColumns);
    return fewerTruths
        ? new Correspondence(partners, paired)
        : new Correspondence(paired, partners);
  }
}
