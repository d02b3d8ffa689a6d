package silverpoint.lab.accuracy;

import java.util.Arrays;

/**
 * The cheapest assignment of rows to columns, one to one, where a row may stay alone at a price:
 * shortest augmenting paths with dual prices (Jonker and Volgenant 1987) on a sparse matrix.
 */
final class Assignment {
  private static final int NOBODY = -1;

  /** Room for a column's number below a distance in one long. */
  private static final int COLUMN_BITS = 24;

  private final CostMatrix matrix;
  private final long alonePrice;
  private final long[] rowPrice;
  private final long[] columnPrice;
  private final int[] columnOfRow;
  private final int[] rowOfColumn;

  // of one search, valid for the columns it has touched
  private final long[] distance;
  private final int[] reachedFrom;
  private final int[] touched;
  private final boolean[] settled;
  private int touchedCount;
  private final LongHeap open = new LongHeap();

  /** Nothing known beforehand. */
  Assignment(CostMatrix matrix, long alonePrice) {
    this(matrix, alonePrice, new long[matrix.rows()], new long[matrix.columns()], new int[0]);
  }

  /**
   * Goes on from a part of the solution.
   *
   * @param rowPrices with the column prices at most the cost on every edge, the cost itself on the
   *     edges of the part
   * @param columnPrices at most 0, 0 for columns outside of the part
   * @param part the column of the first rows, -1 for none; rows beyond have none
   */
  Assignment(
      CostMatrix matrix, long alonePrice, long[] rowPrices, long[] columnPrices, int[] part) {
    this.matrix = matrix;
    this.alonePrice = alonePrice;
    this.rowPrice = rowPrices.clone();
    this.columnPrice = columnPrices.clone();
    this.columnOfRow = new int[matrix.rows()];
    this.rowOfColumn = new int[matrix.columns()];
    this.distance = new long[matrix.columns()];
    this.reachedFrom = new int[matrix.columns()];
    this.touched = new int[matrix.columns()];
    this.settled = new boolean[matrix.columns()];
    Arrays.fill(columnOfRow, NOBODY);
    Arrays.fill(rowOfColumn, NOBODY);
    Arrays.fill(distance, Long.MAX_VALUE);
    for (int row = 0; row < part.length; row++) {
      if (part[row] >= 0) {
        columnOfRow[row] = part[row];
        rowOfColumn[part[row]] = row;
      }
    }
    boolean[] waits = new boolean[matrix.rows()];
    for (int row = 0; row < matrix.rows(); row++) {
      waits[row] = columnOfRow[row] == NOBODY && !takesFreeColumn(row);
    }
    for (int row = 0; row < matrix.rows(); row++) {
      if (waits[row]) {
        assign(row);
      }
    }
  }

  /** The column of every row, or -1. */
  int[] columnOfRow() {
    return columnOfRow.clone();
  }

  /** What each row may pay at most, by which the solution proves itself the cheapest. */
  long[] rowPrices() {
    return rowPrice.clone();
  }

  long[] columnPrices() {
    return columnPrice.clone();
  }

  /** Takes the first of the row's cheapest columns that is free, which needs no search. */
  private boolean takesFreeColumn(int row) {
    long cheapest = cheapest(row);
    for (int edge = matrix.firstEdge(row); edge < matrix.firstEdge(row + 1); edge++) {
      int column = matrix.columnOf(edge);
      if (rowOfColumn[column] == NOBODY && matrix.costOf(edge) - columnPrice[column] == cheapest) {
        rowPrice[row] = cheapest;
        columnOfRow[row] = column;
        rowOfColumn[column] = row;
        return true;
      }
    }
    return false;
  }

  private long cheapest(int row) {
    long cheapest = alonePrice;
    for (int edge = matrix.firstEdge(row); edge < matrix.firstEdge(row + 1); edge++) {
      cheapest = Math.min(cheapest, matrix.costOf(edge) - columnPrice[matrix.columnOf(edge)]);
    }
    return cheapest;
  }

  /** Finds the cheapest way to give a column to one more row, or to leave some row alone. */
  private void assign(int start) {
    rowPrice[start] = cheapest(start);
    long length = alonePrice - rowPrice[start];
    int aloneRow = start;
    int end = reach(start, 0);
    while (end == NOBODY && !open.isEmpty()) {
      long entry = open.removeSmallest();
      long reached = entry >>> COLUMN_BITS;
      int column = (int) (entry & ((1 << COLUMN_BITS) - 1));
      if (settled[column] || reached > distance[column]) {
        continue;
      }
      if (reached >= length) {
        break;
      }
      if (rowOfColumn[column] == NOBODY) {
        end = column;
        break;
      }
      settled[column] = true;
      int row = rowOfColumn[column];
      if (reached + alonePrice - rowPrice[row] < length) {
        length = reached + alonePrice - rowPrice[row];
        aloneRow = row;
      }
      end = reach(row, reached);
    }
    updatePrices(start, end == NOBODY ? length : distance[end]);
    if (end == NOBODY && aloneRow != start) {
      end = columnOfRow[aloneRow];
      columnOfRow[aloneRow] = NOBODY;
    }
    if (end != NOBODY) {
      augment(start, end);
    }
    forgetSearch();
  }

  /** Relaxes a row's edges; returns a free column that lies no farther than the row, or -1. */
  private int reach(int row, long soFar) {
    for (int edge = matrix.firstEdge(row); edge < matrix.firstEdge(row + 1); edge++) {
      int column = matrix.columnOf(edge);
      long there = soFar + matrix.costOf(edge) - columnPrice[column] - rowPrice[row];
      if (there < distance[column]) {
        if (distance[column] == Long.MAX_VALUE) {
          touched[touchedCount++] = column;
        }
        distance[column] = there;
        reachedFrom[column] = row;
        if (there == soFar && rowOfColumn[column] == NOBODY) {
          return column;
        }
        open.add(there << COLUMN_BITS | column);
      }
    }
    return NOBODY;
  }

  private void updatePrices(int start, long length) {
    rowPrice[start] += length;
    for (int i = 0; i < touchedCount; i++) {
      int column = touched[i];
      if (settled[column] && distance[column] < length) {
        columnPrice[column] -= length - distance[column];
        rowPrice[rowOfColumn[column]] += length - distance[column];
      }
    }
  }

  /** Gives every row on the path the column behind it. */
  private void augment(int start, int end) {
    int column = end;
    while (true) {
      int row = reachedFrom[column];
      int before = columnOfRow[row];
      columnOfRow[row] = column;
      rowOfColumn[column] = row;
      if (row == start) {
        return;
      }
      column = before;
    }
  }

  private void forgetSearch() {
    for (int i = 0; i < touchedCount; i++) {
      distance[touched[i]] = Long.MAX_VALUE;
      settled[touched[i]] = false;
    }
    touchedCount = 0;
    open.clear();
  }
}
