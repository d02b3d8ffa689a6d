package silverpoint.route;

import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.stroke.Drawing;

/** What travel costs on one drawing: passes over chains, and turns from one into the next. */
final class TravelCost {
  /** A second pass over a tie is as good as new line half as long. */
  private static final double AGAIN = 0.5;

  private final TravelPrices prices;
  private final Paper paper;
  private final double swingMm;

  TravelCost(TravelPrices prices, Drawing drawing, StrokeNetwork network) {
    this.prices = prices;
    paper = new Paper(prices, drawing, network);
    swingMm = FlatteningRouter.SWING_PER_LINE_WIDTH * drawing.page().lineWidthMm();
  }

  /**
   * A pass over a chain, with the reversals on the way. A tie is passed anyway: once more does not
   * show as a new line.
   */
  double of(Chain chain) {
    return switch (chain.kind()) {
      case INK -> prices.inkPerMm() * chain.lengthMm() + prices.perReversal() * reversals(chain);
      case TIE -> AGAIN * paper.atLeast(chain.lengthMm());
      case HOP -> paper.hop(chain.pathMm().start(), chain.pathMm().end());
    };
  }

  /** A straight gap between two components that are otherwise apart. */
  double of(Gap gap) {
    double hop = paper.hop(gap.from().pointMm(), gap.to().pointMm());
    return Math.max(hop, paper.atLeast(gap.lengthMm()));
  }

  /** No gap of this length costs less. */
  double atLeast(double lengthMm) {
    return paper.atLeast(lengthMm);
  }

  /** Coming in over one arm and leaving over the other. */
  double ofTurn(Turn in, Turn out) {
    return prices.perReversal() * in.costOf(out);
  }

  Turn leaving(List<Point> pathMm) {
    return Turn.leaving(pathMm, swingMm);
  }

  private int reversals(Chain chain) {
    List<Point> points = chain.pathMm().points();
    double[] x = points.stream().mapToDouble(Point::x).toArray();
    double[] y = points.stream().mapToDouble(Point::y).toArray();
    return Swings.turningPoints(x, swingMm).size() + Swings.turningPoints(y, swingMm).size();
  }
}
