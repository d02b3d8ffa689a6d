package silverpoint.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.route.Leg;
import silverpoint.route.Route;

class LegTimesTest {
  private static final MachineProfile CLASSIC =
      new MachineProfiles(Path.of("kiosk-config", "machines")).load("classic");
  private static final MotionPlanner PLANNER =
      new MotionPlanner(CLASSIC.motion(), CLASSIC.page().drawableMm());

  @Test
  void everySecondOfTheLineIsOnOneKindOfLeg() {
    Point a = new Point(10, 50);
    Point b = new Point(60, 50);
    Point c = new Point(60, 80);
    Point d = new Point(20, 80);
    Route route =
        new Route(
            a,
            List.of(
                new Leg.Draw(Polyline.of(a, b)),
                new Leg.Connector(Polyline.of(b, c)),
                new Leg.Draw(Polyline.of(c, d)),
                new Leg.Retrace(Polyline.of(d, c))),
            0);
    MotionPlan plan = PLANNER.plan(route.pathMm());
    LegTimes times = LegTimes.of(route, plan);
    assertThat(times.drawS() + times.connectorS() + times.retraceS())
        .isCloseTo(plan.durationS(), within(1e-9));
    // 30 mm against 50 and 40, and half of the corners
    assertThat(times.connectorS()).isBetween(0.2 * times.drawS(), 0.6 * times.drawS());
    // as long as its stroke, of which it turns back
    assertThat(times.retraceS()).isGreaterThan(40 / CLASSIC.motion().feedRateMmPerS());
    assertThat(times.overStrokes())
        .isCloseTo((times.connectorS() + times.retraceS()) / times.drawS(), within(1e-9));
  }

  @Test
  void aStrokeFromWhereTheStylusStandsTakesNothingElse() {
    Polyline stroke = Polyline.of(new Point(10, 50), new Point(60, 50), new Point(60.4, 10));
    Route route = new Route(stroke.start(), List.of(new Leg.Draw(stroke)), stroke.length());
    MotionPlan plan = PLANNER.plan(route.pathMm());
    LegTimes times = LegTimes.of(route, plan);
    assertThat(times.drawS()).isCloseTo(plan.durationS(), within(1e-9));
    assertThat(times.overStrokes()).isZero();
  }

  @Test
  void noLineTakesNoTime() {
    Route route = new Route(new Point(10, 50), List.of(), 0);
    assertThat(LegTimes.of(route, PLANNER.plan(route.pathMm()))).isEqualTo(new LegTimes(0, 0, 0));
  }
}
