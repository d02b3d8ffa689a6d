package silverpoint.cli.output;

import java.util.ArrayList;
import java.util.List;
import silverpoint.cli.terminal.Span;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.ConnectorVisibility;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/**
 * A line that somebody else made of the same art, planned on the same machine; a part of {@code
 * report.json}.
 *
 * @param file name of the other line
 * @param visibleMm of it farther than 1.5/256 of the page width from any stroke of the art
 * @param missingShare share of the art that is farther than that from the line
 */
public record OtherLine(
    String file,
    double lengthMm,
    double visibleMm,
    double missingShare,
    int reversalsX,
    int reversalsY,
    double drawTimeS) {
  /**
   * Plans the lines one after the other, in the order and direction of the file.
   *
   * @param lines in the unit of the art
   * @param art on the page
   * @param startMm where the stylus stands
   */
  public static OtherLine of(
      String file, List<Polyline> lines, Drawing art, MotionPlanner planner, Point startMm) {
    List<Point> path = new ArrayList<>(List.of(startMm));
    for (Polyline line : lines) {
      line.points().stream()
          .map(art.cropToPage()::apply)
          .map(point -> nearest(art.page().drawableMm(), point))
          .forEach(path::add);
    }
    Polyline line = new Polyline(path);
    Route route = new Route(startMm, List.of(new Leg.Connector(line)), 0);
    MotionPlan plan = planner.plan(line);
    return new OtherLine(
        file,
        DrawReport.rounded(line.length()),
        DrawReport.rounded(new ConnectorVisibility(art).visibleMm(route)),
        DrawReport.rounded(missingShare(line, art)),
        plan.xReversals(),
        plan.yReversals(),
        DrawReport.rounded(plan.durationS()));
  }

  private static double missingShare(Polyline line, Drawing art) {
    ConnectorVisibility drawn =
        new ConnectorVisibility(art.with(List.of(new Stroke(line, Stroke.Source.EDGE, 1))));
    double missingMm = 0;
    for (Stroke stroke : art.strokes()) {
      Leg leg = new Leg.Connector(stroke.pathMm());
      missingMm += drawn.visibleMm(new Route(stroke.pathMm().start(), List.of(leg), 0));
    }
    return art.inkMm() == 0 ? 0 : missingMm / art.inkMm();
  }

  /** A line that leads off the page goes along its border. */
  private static Point nearest(Box room, Point point) {
    return new Point(
        Math.clamp(point.x(), room.x(), room.right()),
        Math.clamp(point.y(), room.y(), room.bottom()));
  }

  /** One sentence. */
  public String words() {
    long missing = Math.round(100 * missingShare);
    String without = missing == 0 ? "" : ", without %d %% of it".formatted(missing);
    return "the same art by %s takes %s%s".formatted(file, Span.words(drawTimeS), without);
  }
}
