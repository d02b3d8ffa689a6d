package silverpoint.machine.motion;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The line as timed blocks: moves, and take-ups where an axis reverses.
 *
 * @param startMm where the stylus stands before the first block
 * @param blocks in order; each move starts where the one before ends
 * @param startBacklash the play before the first block
 * @param endBacklash the play after the last block
 * @param xReversals reversals of the x axis
 * @param yReversals reversals of the y axis
 */
public record MotionPlan(
    Point startMm,
    List<Block> blocks,
    Backlash startBacklash,
    Backlash endBacklash,
    int xReversals,
    int yReversals) {
  public MotionPlan {
    blocks = List.copyOf(blocks);
    Point at = startMm;
    for (Block block : blocks) {
      if (block instanceof Move move) {
        if (!move.fromMm().equals(at)) {
          throw new IllegalArgumentException(
              "move starts at " + move.fromMm() + ", the stylus stands at " + at);
        }
        at = move.toMm();
      }
    }
  }

  /** Where the stylus stands after the last block. */
  public Point endMm() {
    return moves().isEmpty() ? startMm : moves().getLast().toMm();
  }

  public List<Move> moves() {
    return blocks.stream().filter(Move.class::isInstance).map(Move.class::cast).toList();
  }

  /** From the first block's start to the last block's end, seconds. */
  public double durationS() {
    return blocks.stream().mapToDouble(Block::durationS).sum();
  }

  public double lengthMm() {
    return moves().stream().mapToDouble(move -> move.profile().lengthMm()).sum();
  }

  /** The planned line; twice the same point when there is nothing to draw. */
  public Polyline pathMm() {
    List<Point> points = new ArrayList<>();
    points.add(startMm);
    moves().forEach(move -> points.add(move.toMm()));
    if (points.size() == 1) {
      points.add(startMm);
    }
    return new Polyline(points);
  }
}
