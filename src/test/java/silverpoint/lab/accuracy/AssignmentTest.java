package silverpoint.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.image.Mask;

class AssignmentTest {
  private static final int SIDE = 6;
  private static final double MAX_DISTANCE_PX = 2.3;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void costsWhatTryingEverythingCosts(int seed) {
    Random random = new Random(seed);
    Neighbours matrix =
        Neighbours.within(MAX_DISTANCE_PX, randomMask(random, 0.2), randomMask(random, 0.15));
    int[] columnOfRow = new Assignment(matrix.costs(), 2 * matrix.aloneCost()).columnOfRow();
    assertThat(IntStream.of(columnOfRow).filter(column -> column >= 0)).doesNotHaveDuplicates();
    assertThat(cost(matrix, columnOfRow))
        .isEqualTo(cheapest(matrix, 0, new boolean[matrix.costs().columns()]));
  }

  private static long cost(Neighbours matrix, int[] columnOfRow) {
    long cost = 0;
    for (int row = 0; row < columnOfRow.length; row++) {
      if (columnOfRow[row] < 0) {
        cost += 2 * matrix.aloneCost();
        continue;
      }
      int edge = matrix.costs().firstEdge(row);
      while (matrix.costs().columnOf(edge) != columnOfRow[row]) {
        edge++;
      }
      cost += matrix.costs().costOf(edge);
    }
    return cost;
  }

  private static long cheapest(Neighbours matrix, int row, boolean[] taken) {
    if (row == matrix.costs().rows()) {
      return 0;
    }
    long best = 2 * matrix.aloneCost() + cheapest(matrix, row + 1, taken);
    for (int edge = matrix.costs().firstEdge(row);
        edge < matrix.costs().firstEdge(row + 1);
        edge++) {
      int column = matrix.costs().columnOf(edge);
      if (!taken[column]) {
        taken[column] = true;
        best = Math.min(best, matrix.costs().costOf(edge) + cheapest(matrix, row + 1, taken));
        taken[column] = false;
      }
    }
    return best;
  }

  private static Mask randomMask(Random random, double density) {
    boolean[] set = new boolean[SIDE * SIDE];
    for (int i = 0; i < set.length; i++) {
      set[i] = random.nextDouble() < density;
    }
    return new Mask(SIDE, SIDE, set);
  }
}
