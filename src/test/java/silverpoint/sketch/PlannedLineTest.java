package silverpoint.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/** A line may begin elsewhere than where it was planned from, and loses nothing but its leash. */
class PlannedLineTest {
  private static final MachineProfile MACHINE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  private static final Point START = MACHINE.parkMm();
  private static final Point INK = new Point(60, 90);
  private static final Point DOT = new Point(70, 95);
  private static final Leg DRAW = new Leg.Draw(Polyline.of(INK, new Point(50, 40)));

  private static PlannedLine line(List<Stroke> strokes, Leg... legs) {
    Route route = new Route(START, List.of(legs), 60);
    Drawing drawing = new Drawing(MACHINE.page(), strokes, List.of(), Affine.IDENTITY);
    MotionPlan plan =
        new MotionPlanner(MACHINE.motion(), MACHINE.page().drawableMm()).plan(route.pathMm());
    return new PlannedLine(
        drawing, List.of(), route, plan, new StepGenerator(MACHINE.motion()).generate(plan));
  }

  private static Stroke stroke(Polyline pathMm) {
    return new Stroke(pathMm, Stroke.Source.EDGE, 1);
  }

  @Test
  void theLeashIsReplaced() {
    Point bend = new Point(64, 97);
    PlannedLine line =
        line(
            List.of(stroke(DRAW.pathMm())), new Leg.Connector(Polyline.of(START, bend, INK)), DRAW);
    assertThat(line.beginsMm()).isEqualTo(INK);
    assertThat(line.leashMm())
        .isEqualTo(START.distanceTo(bend) + bend.distanceTo(INK), within(1e-9));
    assertThat(line.routeFrom(INK).legs()).containsExactly(DRAW);
    Point elsewhere = new Point(40, 100);
    Route route = line.routeFrom(elsewhere);
    assertThat(route.legs()).containsExactly(new Leg.Connector(Polyline.of(elsewhere, INK)), DRAW);
    assertThat(route.lowerBoundMm())
        .isEqualTo(60 - elsewhere.distanceTo(START), within(1e-9))
        .isLessThanOrEqualTo(route.lengthMm());
  }

  @Test
  void aDotOnTheWayIsInk() {
    PlannedLine line =
        line(
            Stream.of(Polyline.of(DOT, DOT), DRAW.pathMm()).map(PlannedLineTest::stroke).toList(),
            new Leg.Connector(Polyline.of(START, DOT, INK)),
            DRAW);
    assertThat(line.beginsMm()).isEqualTo(DOT);
    assertThat(line.routeFrom(DOT).legs())
        .containsExactly(new Leg.Connector(Polyline.of(DOT, INK)), DRAW);
  }

  @Test
  void aLineThatStartsOnInkHasNoLeash() {
    Leg draw = new Leg.Draw(Polyline.of(START, INK));
    PlannedLine line = line(List.of(stroke(draw.pathMm())), draw);
    assertThat(line.leashMm()).isZero();
    assertThat(line.beginsMm()).isEqualTo(START);
    assertThat(line.routeFrom(DOT).legs())
        .containsExactly(new Leg.Connector(Polyline.of(DOT, START)), draw);
  }

  @Test
  void nothingIsDrawnFromAnywhere() {
    PlannedLine line = line(List.of());
    assertThat(line.beginsMm()).isEqualTo(START);
    assertThat(line.routeFrom(DOT).legs()).isEmpty();
    assertThat(line.routeFrom(DOT).pathMm()).isEqualTo(Polyline.of(DOT, DOT));
  }
}
