package silverpoint.lab.accuracy;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The assignment problem as the Berkeley benchmark's own program poses it: every pixel may be
 * paired with six outliers of its own side, drawn at random, and outliers with six outliers of the
 * other side. Some outliers then fit nobody but a pixel that would have had a partner, so that
 * about one pair in two thousand is lost against the true optimum. Published figures contain that
 * loss.
 */
final class SampledOutliers {
  private static final int DEGREE = 6;

  /** A price that no path reaches. */
  private static final long NEVER = Long.MAX_VALUE / 4;

  private final SplittableRandom random;

  SampledOutliers(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The column of every row of the neighbours, or a number that is none of theirs. */
  int[] columnOfRow(Neighbours neighbours) {
    long alone = neighbours.aloneCost();
    Assignment free = new Assignment(neighbours.costs(), alone);
    CostMatrix square = around(neighbours);
    // prices that prove the free solution the cheapest also fit the square problem
    long[] rowPrices = Arrays.copyOf(free.rowPrices(), square.rows());
    Arrays.fill(rowPrices, neighbours.costs().rows(), square.rows(), alone);
    long[] columnPrices = Arrays.copyOf(free.columnPrices(), square.columns());
    return new Assignment(square, NEVER, rowPrices, columnPrices, free.columnOfRow()).columnOfRow();
  }

  /** The square problem: pixels, then outliers, on both sides; it always has a solution. */
  private CostMatrix around(Neighbours neighbours) {
    int rows = neighbours.costs().rows();
    int columns = neighbours.costs().columns();
    int all = rows + columns;
    long alone = neighbours.aloneCost();
    CostMatrix.Builder costs = new CostMatrix.Builder();
    costs.addAll(neighbours.costs());
    for (int row = 0; row < rows; row++) {
      for (int outlier : distinct(Math.min(DEGREE, rows - 1), rows - 1)) {
        costs.add(row, columns + (outlier >= row ? outlier + 1 : outlier), alone);
      }
      costs.add(row, columns + row, alone * all);
    }
    for (int column = 0; column < columns; column++) {
      for (int outlier : distinct(Math.min(DEGREE, columns - 1), columns - 1)) {
        costs.add(rows + (outlier >= column ? outlier + 1 : outlier), column, alone);
      }
      costs.add(rows + column, column, alone * all);
    }
    int fewer = Math.min(rows, columns);
    for (int outlier = 0; outlier < Math.max(rows, columns); outlier++) {
      for (int other : distinct(Math.min(DEGREE, fewer), fewer)) {
        if (rows < columns) {
          costs.add(rows + outlier, columns + other, alone);
        } else {
          costs.add(rows + other, columns + outlier, alone);
        }
      }
    }
    return costs.build(all, all);
  }

  /** Some of the numbers below {@code bound}, no two alike. */
  private int[] distinct(int count, int bound) {
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      boolean fresh = false;
      while (!fresh) {
        chosen[i] = random.nextInt(bound);
        fresh = true;
        for (int before = 0; before < i; before++) {
          fresh &= chosen[before] != chosen[i];
        }
      }
    }
    return chosen;
  }
}
