package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/** Which ink should come early, and how far a tour is from that. */
final class FaceFirst {
  private static final double SAME_MM = 1e-6;

  /** Shares of the ink that come first together with eyes and mouth, which lie in the midst. */
  private static final double[] SHARES = {0.3, 0.45, 0.6};

  /** The half of the line, with its travel, comes a little later than that of the ink. */
  private static final double EARLY_ENOUGH = 0.47;

  private final double[] lengthsMm;
  private final double[] awayMm;
  private final double inkMm;

  /**
   * @param ink the chains of the tour
   * @param early the strokes that should come in the first half
   */
  FaceFirst(List<Chain> ink, List<Polyline> early) {
    lengthsMm = ink.stream().mapToDouble(Chain::lengthMm).toArray();
    awayMm = ink.stream().mapToDouble(chain -> awayMm(chain, early)).toArray();
    double sumMm = 0;
    for (double lengthMm : lengthsMm) {
      sumMm += lengthMm;
    }
    inkMm = sumMm;
  }

  private static double awayMm(Chain chain, List<Polyline> strokes) {
    List<Point> path = chain.pathMm().points();
    int middle = path.size() / 2;
    Point point = path.get(middle - 1).towards(path.get(middle), 0.5);
    double awayMm = Double.POSITIVE_INFINITY;
    for (Polyline stroke : strokes) {
      List<Point> points = stroke.points();
      for (int i = 1; i < points.size(); i++) {
        awayMm = Math.min(awayMm, point.distanceToSegment(points.get(i - 1), points.get(i)));
      }
    }
    return awayMm;
  }

  private boolean isEarly(int chain) {
    return awayMm[chain] < SAME_MM;
  }

  /** What might be drawn first: what should come early, and more and more of what is around it. */
  List<boolean[]> parts() {
    List<Integer> nearest =
        IntStream.range(0, awayMm.length)
            .boxed()
            .sorted(Comparator.comparingDouble(chain -> awayMm[chain]))
            .toList();
    List<boolean[]> parts = new ArrayList<>();
    for (double share : SHARES) {
      boolean[] first = new boolean[awayMm.length];
      double sumMm = 0;
      for (int chain : nearest) {
        sumMm += lengthsMm[chain];
        first[chain] = isEarly(chain) || sumMm <= share * inkMm;
      }
      parts.add(first);
    }
    return parts;
  }

  /**
   * Where in a tour from home the last early chain ends, as a share of all ink; no less than what
   * is early enough.
   */
  double lateness(Tour tour, int home) {
    double drawnMm = 0;
    double lastMm = 0;
    for (int entry : tour.entriesFrom(home)) {
      if (entry < home) {
        drawnMm += lengthsMm[entry / 2];
        lastMm = isEarly(entry / 2) ? drawnMm : lastMm;
      }
    }
    return Math.max(EARLY_ENOUGH, lastMm / inkMm);
  }
}
