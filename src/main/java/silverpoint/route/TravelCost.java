package silverpoint.route;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Drawing;

/** What travel costs on one drawing, in seconds: the machine's time, dearer where it shows. */
final class TravelCost {
  private final TravelPrices prices;
  private final MachinePace pace;
  private final Paper paper;
  private final double swingMm;

  TravelCost(TravelPrices prices, MachinePace pace, Drawing drawing, StrokeNetwork network) {
    this.prices = prices;
    this.pace = pace;
    this.paper = new Paper(prices, drawing, network);
    this.swingMm = FlatteningRouter.SWING_PER_LINE_WIDTH * drawing.page().lineWidthMm();
  }

  /** A pass over a chain, with the reversals on the way. */
  double of(Chain chain) {
    List<Point> points = chain.pathMm().points();
    return chain.ink()
        ? again(chain)
        : pace.lineS(paper.connector(points)) + prices.turns() * reversalsS(points);
  }

  /** Another pass over a chain that is drawn, ink or connector. */
  double again(Chain chain) {
    double price = chain.kind() == Chain.Kind.DARK_INK ? prices.darkInk() : prices.ink();
    return pace.lineS(price * chain.lengthMm())
        + prices.turns() * reversalsS(chain.pathMm().points());
  }

  /** A straight connector. */
  double connector(Point from, Point to) {
    return pace.lineS(paper.connector(from, to));
  }

  /** Whether it matters where travel runs. */
  boolean hides() {
    return !prices.arePlain();
  }

  Paper paper() {
    return paper;
  }

  /** Coming in over one half-edge and leaving over the other. */
  double ofTurn(Turn in, Turn out) {
    return prices.turns() * in.timeS(out, pace);
  }

  /** Coming in over one half-edge, a straight connector, and leaving over the other. */
  double ofLink(Turn in, Point from, Point to, Turn out) {
    if (from.equals(to)) {
      return ofTurn(in, out);
    }
    return ofTurn(in, Turn.towards(from, to, swingMm))
        + connector(from, to)
        + ofTurn(Turn.towards(to, from, swingMm).after(in), out);
  }

  Turn leaving(List<Point> pathMm) {
    return Turn.leaving(pathMm, swingMm);
  }

  /** A whole line: its travel, which shows once, its ink, and the turns between its steps. */
  double of(List<Step> line) {
    double sum = 0;
    Turn in = Turn.NOWHERE;
    Set<Chain> drawn = new HashSet<>();
    for (Step step : line) {
      List<Point> path = step.pathMm();
      sum += ofTurn(in, leaving(path));
      sum += drawn.add(step.chain()) ? of(step.chain()) : again(step.chain());
      in = leaving(path.reversed()).after(in);
    }
    return sum;
  }

  private double reversalsS(List<Point> points) {
    double[] x = points.stream().mapToDouble(Point::x).toArray();
    double[] y = points.stream().mapToDouble(Point::y).toArray();
    return Swings.turningPoints(x, swingMm).size() * pace.reversalS(true, false)
        + Swings.turningPoints(y, swingMm).size() * pace.reversalS(false, true);
  }
}
