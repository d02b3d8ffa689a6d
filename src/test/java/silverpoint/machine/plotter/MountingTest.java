package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.config.Mounting;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.simulator.Fidelity;
import silverpoint.machine.simulator.SimulatedDriver;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.StylusTrace;

/**
 * A toy that is turned by a quarter: plans are made for the mounted machine, wires go to the motors
 * of a toy on its feet, and whoever looks at that toy sees it turned.
 */
class MountingTest {
  private static final MachineProfiles MACHINES =
      new MachineProfiles(Path.of("kiosk-config/machines"));

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void theTurnedToyShowsTheLineUpright(String name) {
    MachineProfile mounted = MACHINES.load(name, Mounting.PORTRAIT);
    assertThat(fidelity(name, mounted, mounted.driver()).p95Mm()).isLessThan(0.15);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void wiresThatAreNotTurnedWithItShow(String name) {
    MachineProfile mounted = MACHINES.load(name, Mounting.PORTRAIT);
    MotorDriver thrice =
        mounted
            .driver()
            .turnedCounterclockwise()
            .turnedCounterclockwise(); // upside down, the axes as mounted
    assertThat(fidelity(name, mounted, thrice).p95Mm()).isGreaterThan(3);
  }

  @Test
  void pageHomeAndParkTurnWithTheToy() {
    MachineProfile toy = MACHINES.load("classic", Mounting.LANDSCAPE);
    MachineProfile mounted = MACHINES.load("classic", Mounting.PORTRAIT);
    assertThat(mounted.page().widthMm()).isEqualTo(toy.page().heightMm());
    assertThat(mounted.page().heightMm()).isEqualTo(toy.page().widthMm());
    assertThat(mounted.home().pointMm()).isEqualTo(new Point(103, 149));
    assertThat(toy.parkMm().y()).isEqualTo(toy.page().drawableMm().bottom());
    assertThat(mounted.parkMm().y()).isEqualTo(mounted.page().drawableMm().bottom());
    assertThat(mounted.parkMm().x()).isEqualTo(toy.park().portrait().yMm());
    assertThat(mounted.driver().pins()).containsExactlyInAnyOrderElementsOf(toy.driver().pins());
    MachineProfile onItsHead = toy.in(Mounting.PORTRAIT).mounted().mounted();
    assertThat(onItsHead.home().pointMm()).isEqualTo(new Point(149, 3));
  }

  /** Draws a line as planned for one machine with the wires of the toy as it was built. */
  private static Fidelity fidelity(String name, MachineProfile mounted, MotorDriver driver) {
    MachineProfile toy = MACHINES.load(name, Mounting.LANDSCAPE);
    Point homeMm = mounted.home().pointMm();
    Polyline line = Lines.portrait(7, mounted.page().drawableMm(), homeMm, 400);
    MotionPlan plan = new MotionPlanner(mounted.motion(), mounted.page().drawableMm()).plan(line);
    VirtualClock clock = new VirtualClock();
    SimulatedEtchASketch knobs = new SimulatedEtchASketch(toy.simulator(), toy.home().pointMm());
    SimulatedDriver electronics = SimulatedDriver.of(toy.driver(), knobs::step);
    StepSink wires =
        (bits, mask) ->
            electronics.write(clock.nowNs(), wired(bits, driver, toy), wired(mask, driver, toy));
    try (MotorPlotter plotter = new MotorPlotter(driver, mounted.motion(), wires, clock)) {
      plotter.draw(new StepGenerator(mounted.motion()).generate(plan));
    }
    assertThat(electronics.faults()).isEmpty();
    assertThat(knobs.lostSteps()).isZero();
    return Fidelity.of(plan, turnedCounterclockwise(knobs.trace(), toy.page().widthMm()));
  }

  /** Each line goes to the pin that it has, and from there to the electronics of the toy. */
  private static int wired(int bits, MotorDriver driver, MachineProfile toy) {
    int wired = 0;
    for (int i = 0; i < driver.pins().size(); i++) {
      wired |= (bits >> i & 1) << toy.driver().pins().indexOf(driver.pins().get(i));
    }
    return wired;
  }

  private static StylusTrace turnedCounterclockwise(StylusTrace trace, double widthMm) {
    StylusTrace.Recorder turned = new StylusTrace.Recorder();
    for (int i = 0; i < trace.size(); i++) {
      turned.add(trace.timeNs(i), trace.atMm(i).y(), widthMm - trace.atMm(i).x());
    }
    return turned.trace();
  }
}
