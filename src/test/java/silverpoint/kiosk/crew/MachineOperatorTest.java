package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Promise;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.PacedClock;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.sketch.PlannedLine;

/** The machine's part on a simulated machine some times as fast as a real one. */
class MachineOperatorTest {
  private static final MachineProfile PROFILE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  private static final PlannedLine LINE = KillGuest.line(PROFILE);
  private static final double PACE = 4;

  private final BlockingQueue<BoothEvent> told = new LinkedBlockingQueue<>();
  private final SketchMemory memory = new SketchMemory();
  private final Machine machine =
      new Machine(
          new SimulatedMachine(
              PROFILE.driver(),
              PROFILE.motion(),
              PROFILE.simulator(),
              PROFILE.parkMm(),
              new PacedClock(PACE)),
          PROFILE.motion(),
          PROFILE.page().drawableMm(),
          PROFILE.home().pointMm(),
          PROFILE.parkMm());
  private final Map<Long, Double> starts = new ConcurrentHashMap<>();
  private final MachineOperator operator =
      new MachineOperator(KillGuest.machinePart(machine, PROFILE), memory, starts::put, told::add);

  @AfterEach
  void close() {
    operator.close();
    machine.close();
  }

  @Test
  void aDrawingIsHeldGoesOnAndIsFinished() throws InterruptedException {
    begin(1);
    operator.hold();
    assertThat(next()).isEqualTo(new BoothEvent.DrawingHeld(1));
    double heldS = operator.drawnS().orElseThrow();
    assertThat(heldS).isPositive().isLessThan(LINE.motionPlan().durationS());
    operator.resume(1);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(1));
    assertThat(operator.drawnS()).isEmpty();
    assertThat(starts).containsOnlyKeys(1L);
    assertThat(starts.get(1L)).isNotNegative();
    operator.park(Optional.empty());
    assertThat(next()).isEqualTo(new BoothEvent.Parked());
    assertThat(machine.isParkedAt(PROFILE.parkMm())).isTrue();
  }

  @Test
  void aStylusThatIsParkedForALineDrawsItWithoutALeash() throws InterruptedException {
    memory.keep(2, "shaded", LINE);
    operator.park(Optional.of(2L));
    assertThat(next()).isEqualTo(new BoothEvent.Parked());
    assertThat(machine.isParkedAt(LINE.beginsMm())).isTrue();
    begin(2);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(2));
    PlannedLine drawn = memory.line(2).orElseThrow();
    assertThat(LINE.leashMm()).isGreaterThan(1);
    assertThat(drawn.leashMm()).isZero();
    assertThat(drawn.route().pathMm().points())
        .isEqualTo(
            LINE.route().pathMm().points().stream()
                .dropWhile(point -> !point.equals(LINE.beginsMm()))
                .toList());
  }

  @Test
  void aLineThatTheStylusIsNotParkedForBeginsWhereItStands() throws InterruptedException {
    operator.park(Optional.of(77L));
    assertThat(next()).isEqualTo(new BoothEvent.Parked());
    begin(2);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(2));
    assertThat(memory.line(2)).contains(LINE);
    Point endMm = machine.stylusMm();
    begin(2);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(2));
    PlannedLine drawn = memory.line(2).orElseThrow();
    assertThat(drawn.route().startMm()).isEqualTo(endMm);
    assertThat(drawn.leashMm()).isEqualTo(endMm.distanceTo(LINE.beginsMm()), within(1e-9));
  }

  @Test
  void aLineThatIsForgottenWhileItIsDrawnStaysForgotten() {
    memory.keep(5, "shaded", LINE);
    memory.forget(5);
    memory.replace(5, LINE);
    assertThat(memory.line(5)).isEmpty();
  }

  @Test
  void aDrawingThatIsGivenUpLeavesThePositionCertain() throws InterruptedException {
    begin(1);
    operator.stopDrawing(1);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingStopped(1, true));
    begin(2);
    operator.hold();
    assertThat(next()).isEqualTo(new BoothEvent.DrawingHeld(2));
    operator.stopDrawing(2);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingStopped(2, true));
  }

  @Test
  void motorsThatWereCutStandNowhereForCertainUntilSomebodyLooks() throws InterruptedException {
    begin(1);
    operator.cutMotors();
    assertThat(next()).isEqualTo(new BoothEvent.DrawingStopped(1, false));
    operator.check();
    assertThat(next())
        .isInstanceOfSatisfying(
            BoothEvent.MachineFailed.class,
            failed -> assertThat(failed.kind()).isEqualTo(FaultKind.POSITION_UNKNOWN));
    operator.serve(new BoothCommand.DeclareHome());
    assertThat(next()).isEqualTo(new BoothEvent.ServiceEnded(true));
    operator.check();
    assertThat(next()).isEqualTo(new BoothEvent.MachineReady());
  }

  @Test
  void aLineThatIsGoneIsAFaultOfTheMachineNotItsEnd() throws InterruptedException {
    operator.draw(ticket(7));
    assertThat(next())
        .isInstanceOfSatisfying(
            BoothEvent.MachineFailed.class,
            failed -> assertThat(failed.message()).contains("ticket 7 is gone"));
    operator.check();
    assertThat(next()).isEqualTo(new BoothEvent.MachineReady());
    begin(8);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(8));
  }

  @Test
  void whateverGoesWrongTheBoothHearsOfIt() {
    WaitingWorker worker = new WaitingWorker();
    MachineOperator failing =
        new MachineOperator(
            KillGuest.machinePart(machine, PROFILE),
            memory,
            (session, ms) -> {
              throw new StackOverflowError("planted");
            },
            worker,
            told::add);
    memory.keep(9, "shaded", LINE);
    failing.draw(ticket(9));
    worker.next();
    assertThat(told).singleElement().isInstanceOf(BoothEvent.MachineFailed.class);
  }

  /** Starts a drawing and waits until motors turn. */
  private void begin(long session) throws InterruptedException {
    memory.keep(session, "shaded", LINE);
    operator.draw(ticket(session));
    while (operator.drawnS().orElse(0) == 0) {
      assertThat(told).noneMatch(BoothEvent.MachineFailed.class::isInstance);
      Thread.sleep(1);
    }
  }

  private static Ticket ticket(long session) {
    return Ticket.accepted(
        new Session(session, 1, false, 0, 0), new Offer("shaded", 10, 100), 0, Promise.of(0));
  }

  private BoothEvent next() throws InterruptedException {
    BoothEvent event = told.poll(20, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }
}
