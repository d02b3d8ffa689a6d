package silverpoint.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.route.EulerTrail.Step;

/**
 * A shorter order and direction of the ink, when travel is straight: runs of the line are turned
 * round (2-opt, Croes 1958) and short runs are moved, in either direction (Or-opt, Or 1976), as
 * long as that saves length. The end is free. Only runs up to a limit are looked at, and only so
 * many of them, so that the time grows with the number of pieces.
 */
final class Reordering {
  private static final int LONGEST_RUN = 300;
  private static final int LONGEST_MOVED = 3;
  private static final long LOOKS = 600_000;
  private static final double WORTH_IT = 1e-7;

  private final List<Step> pieces;
  private final StrokeNetwork network;
  private long looks;

  private Reordering(List<Step> pieces, StrokeNetwork network) {
    this.pieces = new ArrayList<>(pieces);
    this.network = network;
  }

  /** The line with its ink reordered. */
  static List<Step> of(List<Step> line, StrokeNetwork network) {
    return new Reordering(ink(line), network).improved();
  }

  /** The line that always goes on with the nearest piece of ink, reordered. */
  static List<Step> ofGreedy(List<Step> line, StrokeNetwork network) {
    List<Step> left = new ArrayList<>(ink(line));
    List<Step> greedy = new ArrayList<>();
    Point at = network.pointMm(network.home());
    while (!left.isEmpty()) {
      int nearest = 0;
      double nearestMm = Double.POSITIVE_INFINITY;
      boolean turned = false;
      for (int i = 0; i < left.size(); i++) {
        double startMm = at.distanceTo(network.pointMm(left.get(i).from()));
        double endMm = at.distanceTo(network.pointMm(left.get(i).to()));
        if (Math.min(startMm, endMm) < nearestMm) {
          nearestMm = Math.min(startMm, endMm);
          nearest = i;
          turned = endMm < startMm;
        }
      }
      Step next = turned ? left.get(nearest).reversed() : left.get(nearest);
      left.set(nearest, left.getLast());
      left.removeLast();
      greedy.add(next);
      at = network.pointMm(next.to());
    }
    return new Reordering(greedy, network).improved();
  }

  private static List<Step> ink(List<Step> line) {
    Set<Chain> drawn = new HashSet<>();
    return line.stream().filter(step -> step.chain().ink() && drawn.add(step.chain())).toList();
  }

  private List<Step> improved() {
    boolean better = true;
    while (better && looks < LOOKS) {
      better = false;
      for (int first = 0; first < pieces.size() && looks < LOOKS; first++) {
        better |= turnRound(first) | move(first);
      }
    }
    return joined();
  }

  /** Turns round the run from {@code first} that saves most. */
  private boolean turnRound(int first) {
    double best = WORTH_IT;
    int bestLast = first;
    double before = mm(end(first - 1), start(first));
    int limit = Math.min(pieces.size(), first + LONGEST_RUN);
    for (int last = first; last < limit; last++) {
      looks++;
      double saved = before - mm(end(first - 1), end(last));
      if (last + 1 < pieces.size()) {
        saved += mm(end(last), start(last + 1)) - mm(start(first), start(last + 1));
      }
      if (saved > best) {
        best = saved;
        bestLast = last;
      }
    }
    if (best > WORTH_IT) {
      turn(first, bestLast);
    }
    return best > WORTH_IT;
  }

  /** Moves a short run from {@code first} on to the place further on or back that saves most. */
  private boolean move(int first) {
    boolean moved = false;
    int limit = Math.min(pieces.size() - first, LONGEST_MOVED);
    for (int length = 1; length <= limit && !moved; length++) {
      moved = swap(first, first + length, true) || swap(first, first + length, false);
    }
    return moved;
  }

  /**
   * Swaps the run from {@code first} up to {@code middle} with a run that follows, or with one that
   * comes before.
   */
  private boolean swap(int first, int middle, boolean onwards) {
    double best = WORTH_IT;
    int bestAt = -1;
    boolean bestTurned = false;
    int from = onwards ? middle + 1 : Math.max(0, first - LONGEST_RUN);
    int to = onwards ? Math.min(pieces.size(), middle + LONGEST_RUN) : first - 1;
    for (int at = from; at <= to; at++) {
      looks++;
      int a = onwards ? first : at;
      int b = onwards ? middle : first;
      int c = onwards ? at : middle;
      double rest = link(a - 1, a) + link(b - 1, b) + link(c - 1, c);
      Point runStart = start(first);
      Point runEnd = end(middle - 1);
      for (boolean turned : new boolean[] {false, true}) {
        Point in = turned ? runEnd : runStart;
        Point out = turned ? runStart : runEnd;
        double saved;
        if (onwards) {
          double next = c < pieces.size() ? mm(out, start(c)) : 0;
          saved = rest - mm(end(a - 1), start(b)) - mm(end(c - 1), in) - next;
        } else {
          double next = c < pieces.size() ? mm(end(b - 1), start(c)) : 0;
          saved = rest - mm(end(a - 1), in) - mm(out, start(a)) - next;
        }
        if (saved > best) {
          best = saved;
          bestAt = at;
          bestTurned = turned;
        }
      }
    }
    if (bestAt < 0) {
      return false;
    }
    if (bestTurned) {
      turn(first, middle - 1);
    }
    int a = onwards ? first : bestAt;
    int c = onwards ? bestAt : middle;
    Collections.rotate(pieces.subList(a, c), onwards ? c - middle : middle - first);
    return true;
  }

  private void turn(int first, int last) {
    List<Step> run = pieces.subList(first, last + 1);
    Collections.reverse(run);
    run.replaceAll(Step::reversed);
  }

  private double link(int piece, int next) {
    return next < pieces.size() ? mm(end(piece), start(next)) : 0;
  }

  private Point start(int piece) {
    return network.pointMm(pieces.get(piece).from());
  }

  /** Where a piece ends; home before the first. */
  private Point end(int piece) {
    return network.pointMm(piece < 0 ? network.home() : pieces.get(piece).to());
  }

  private static double mm(Point a, Point b) {
    double x = b.x() - a.x();
    double y = b.y() - a.y();
    return Math.sqrt(x * x + y * y);
  }

  private List<Step> joined() {
    List<Step> line = new ArrayList<>();
    int at = network.home();
    for (Step piece : pieces) {
      if (piece.from() != at) {
        Polyline hop = Polyline.of(network.pointMm(at), network.pointMm(piece.from()));
        line.add(new Step(new Chain(at, piece.from(), hop, Chain.Kind.HOP), false));
      }
      line.add(piece);
      at = piece.to();
    }
    return line;
  }
}
