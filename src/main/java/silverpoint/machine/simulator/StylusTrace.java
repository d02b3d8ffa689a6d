package silverpoint.machine.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;

/**
 * Where a stylus was, and when: after every motor step. Positions in mm, times in ns. Immutable.
 */
public final class StylusTrace {
  private final long[] timeNs;
  private final double[] xMm;
  private final double[] yMm;

  private StylusTrace(long[] timeNs, double[] xMm, double[] yMm) {
    this.timeNs = timeNs;
    this.xMm = xMm;
    this.yMm = yMm;
  }

  public int size() {
    return timeNs.length;
  }

  public long timeNs(int i) {
    return timeNs[i];
  }

  public Point atMm(int i) {
    return new Point(xMm[i], yMm[i]);
  }

  /**
   * The line, with a point wherever the stylus is {@code spacingMm} from the point before, and at
   * the end.
   */
  public List<Point> lineMm(double spacingMm) {
    List<Point> line = new ArrayList<>();
    line.add(atMm(0));
    double x = xMm[0];
    double y = yMm[0];
    for (int i = 1; i < timeNs.length; i++) {
      if (Math.hypot(xMm[i] - x, yMm[i] - y) >= spacingMm || i == timeNs.length - 1) {
        x = xMm[i];
        y = yMm[i];
        line.add(new Point(x, y));
      }
    }
    return line;
  }

  /**
   * The line in pieces of equal time, each beginning where the one before ends.
   *
   * @param pieces how many; at least 1
   */
  public List<List<Point>> piecesMm(int pieces, double spacingMm) {
    List<List<Point>> line = new ArrayList<>();
    long beganNs = timeNs[0];
    long tookNs = timeNs[timeNs.length - 1] - beganNs;
    int from = 0;
    for (int piece = 1; piece <= pieces; piece++) {
      List<Point> points = new ArrayList<>(List.of(atMm(from)));
      int to = from;
      while (to + 1 < timeNs.length
          && (piece == pieces || timeNs[to + 1] - beganNs <= tookNs / pieces * piece)) {
        to++;
        if (atMm(to).distanceTo(points.getLast()) >= spacingMm) {
          points.add(atMm(to));
        }
      }
      points.add(atMm(to));
      line.add(points);
      from = to;
    }
    return line;
  }

  /** Grows with every step. */
  public static final class Recorder {
    private long[] timeNs = new long[4096];
    private double[] xMm = new double[4096];
    private double[] yMm = new double[4096];
    private int size;

    public void add(long time, double x, double y) {
      if (size == timeNs.length) {
        timeNs = Arrays.copyOf(timeNs, 2 * size);
        xMm = Arrays.copyOf(xMm, 2 * size);
        yMm = Arrays.copyOf(yMm, 2 * size);
      }
      timeNs[size] = time;
      xMm[size] = x;
      yMm[size] = y;
      size++;
    }

    public StylusTrace trace() {
      return new StylusTrace(
          Arrays.copyOf(timeNs, size), Arrays.copyOf(xMm, size), Arrays.copyOf(yMm, size));
    }
  }
}
