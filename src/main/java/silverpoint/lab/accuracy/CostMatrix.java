package silverpoint.lab.accuracy;

import java.util.Arrays;

/** A sparse matrix of whole costs, row by row; built once, then only read. */
final class CostMatrix {
  private final int rows;
  private final int columns;
  private final int[] firstEdge;
  private final int[] edgeColumns;
  private final long[] edgeCosts;

  private CostMatrix(int rows, int columns, int[] firstEdge, int[] edgeColumns, long[] edgeCosts) {
    this.rows = rows;
    this.columns = columns;
    this.firstEdge = firstEdge;
    this.edgeColumns = edgeColumns;
    this.edgeCosts = edgeCosts;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** The edges of a row are those from here to before the first edge of the next row. */
  int firstEdge(int row) {
    return firstEdge[row];
  }

  int columnOf(int edge) {
    return edgeColumns[edge];
  }

  long costOf(int edge) {
    return edgeCosts[edge];
  }

  /** Collects edges in any order. */
  static final class Builder {
    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private long[] costs = new long[1024];
    private int size;

    void add(int row, int column, long cost) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        columns = Arrays.copyOf(columns, 2 * size);
        costs = Arrays.copyOf(costs, 2 * size);
      }
      rows[size] = row;
      columns[size] = column;
      costs[size++] = cost;
    }

    void addAll(CostMatrix other) {
      for (int row = 0; row < other.rows; row++) {
        for (int edge = other.firstEdge[row]; edge < other.firstEdge[row + 1]; edge++) {
          add(row, other.edgeColumns[edge], other.edgeCosts[edge]);
        }
      }
    }

    CostMatrix build(int rowCount, int columnCount) {
      int[] firstEdge = new int[rowCount + 1];
      for (int i = 0; i < size; i++) {
        firstEdge[rows[i] + 1]++;
      }
      for (int row = 0; row < rowCount; row++) {
        firstEdge[row + 1] += firstEdge[row];
      }
      int[] next = firstEdge.clone();
      int[] sortedColumns = new int[size];
      long[] sortedCosts = new long[size];
      for (int i = 0; i < size; i++) {
        int at = next[rows[i]]++;
        sortedColumns[at] = columns[i];
        sortedCosts[at] = costs[i];
      }
      return new CostMatrix(rowCount, columnCount, firstEdge, sortedColumns, sortedCosts);
    }
  }
}
