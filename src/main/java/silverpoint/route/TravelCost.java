package silverpoint.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import silverpoint.geometry.Point;
import silverpoint.route.EulerTrail.Step;
import silverpoint.stroke.Drawing;

/** What travel costs on one drawing: passes over chains, and turns from one into the next. */
final class TravelCost {
  /** A second pass over a tie is as good as new line half as long. */
  private static final double AGAIN = 0.5;

  private final TravelPrices prices;
  private final Paper paper;
  private final double swingMm;
  private final Noise noise;

  TravelCost(TravelPrices prices, Drawing drawing, StrokeNetwork network) {
    this(
        prices,
        new Paper(prices, drawing, network),
        FlatteningRouter.SWING_PER_LINE_WIDTH * drawing.page().lineWidthMm(),
        Noise.NONE);
  }

  private TravelCost(TravelPrices prices, Paper paper, double swingMm, Noise noise) {
    this.prices = prices;
    this.paper = paper;
    this.swingMm = swingMm;
    this.noise = noise;
  }

  /** These costs, each a little wrong. */
  TravelCost with(Noise other) {
    return new TravelCost(prices, paper, swingMm, other);
  }

  /**
   * A pass over a chain, with the reversals on the way. A tie is passed anyway: once more does not
   * show as a new line.
   */
  double of(Chain chain) {
    double exact =
        switch (chain.kind()) {
          case INK ->
              prices.inkPerMm() * chain.lengthMm()
                  + prices.perReversal() * reversals(chain.pathMm().points());
          case TIE -> AGAIN * paper.atLeast(chain.lengthMm());
          case HOP -> paper.hop(chain.pathMm().start(), chain.pathMm().end());
        };
    return exact * noise.at(chain.pathMm().start(), chain.pathMm().end());
  }

  /** A straight gap between two components that are otherwise apart. */
  double of(Gap gap) {
    double hop = paper.hop(gap.from().pointMm(), gap.to().pointMm());
    double exact = Math.max(hop, paper.atLeast(gap.lengthMm()));
    return exact * noise.at(gap.from().pointMm(), gap.to().pointMm());
  }

  /** Whether no travel is cheaper than straight. */
  boolean byLength() {
    return prices.byLength();
  }

  /** No gap of this length costs less. */
  double atLeast(double lengthMm) {
    return paper.atLeast(lengthMm) * noise.least();
  }

  /** A whole line: its travel, and its reversals after small swings are flattened. */
  double of(List<Step> line) {
    Set<Chain> passed = new HashSet<>();
    double cost = 0;
    List<Point> points = new ArrayList<>();
    for (Step step : line) {
      Chain chain = step.chain();
      points.addAll(step.pathMm());
      if (passed.add(chain)) {
        boolean crosses = chain.kind() != Chain.Kind.INK;
        cost += crosses ? paper.hop(chain.pathMm().start(), chain.pathMm().end()) : 0;
      } else {
        cost +=
            switch (chain.kind()) {
              case INK -> prices.inkPerMm() * chain.lengthMm();
              case TIE, HOP -> AGAIN * paper.atLeast(chain.lengthMm());
            };
      }
    }
    return cost + prices.perReversal() * reversals(points);
  }

  /** Coming in over one arm and leaving over the other. */
  double ofTurn(Turn in, Turn out) {
    return prices.perReversal() * in.costOf(out);
  }

  Turn leaving(List<Point> pathMm) {
    return Turn.leaving(pathMm, swingMm);
  }

  private int reversals(List<Point> points) {
    double[] x = points.stream().mapToDouble(Point::x).toArray();
    double[] y = points.stream().mapToDouble(Point::y).toArray();
    return Swings.turningPoints(x, swingMm).size() + Swings.turningPoints(y, swingMm).size();
  }
}
