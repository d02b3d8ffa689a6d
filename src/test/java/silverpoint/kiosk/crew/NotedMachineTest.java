package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import silverpoint.machine.plotter.PositionFile;
import silverpoint.machine.plotter.PositionNotes;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.sketch.PlannedLine;

/** The machine's part when the disk does not take where the stylus stands. */
class NotedMachineTest {
  private static final MachineProfile PROFILE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  private static final PlannedLine LINE = KillGuest.line(PROFILE);

  @TempDir Path directory;

  private final BlockingQueue<BoothEvent> told = new LinkedBlockingQueue<>();
  private final SketchMemory memory = new SketchMemory();
  private Path position;
  private Machine machine;
  private MachineOperator operator;

  @BeforeEach
  void home() throws InterruptedException {
    position = directory.resolve("position");
    machine =
        new Machine(
            new SimulatedMachine(
                PROFILE.driver(),
                PROFILE.motion(),
                PROFILE.simulator(),
                PROFILE.home().pointMm(),
                new PacedClock(20)),
            PROFILE.motion(),
            PROFILE.page().drawableMm(),
            PROFILE.home().pointMm(),
            Optional.of(
                new PositionNotes(new PositionFile(position, System::nanoTime), why -> {})));
    operator =
        new MachineOperator(
            KillGuest.machinePart(machine, PROFILE), memory, (session, startMs) -> {}, told::add);
    operator.serve(new BoothCommand.DeclareHome());
    assertThat(next()).isEqualTo(new BoothEvent.ServiceEnded(true));
    memory.keep(1, "shaded", LINE);
  }

  @AfterEach
  void close() {
    operator.close();
    machine.close();
  }

  /** A folder in the place of the file takes no position. */
  private void fillDisk() {
    try {
      Files.delete(position);
      Files.createDirectory(position);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeRoom() throws IOException {
    Files.delete(position);
  }

  @Test
  void aDrawingThatCannotBeNotedIsBegunWhenItCan() throws Exception {
    fillDisk();
    operator.draw(ticket());
    assertNotNoted(next());
    assertThat(machine.isPositionCertain()).isTrue();
    operator.check();
    assertNotNoted(next());
    makeRoom();
    operator.check();
    assertThat(next()).isEqualTo(new BoothEvent.MachineReady());
    operator.draw(ticket());
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(1));
  }

  @Test
  void aFinishedDrawingIsFinishedThoughItsEndCannotBeNoted() throws Exception {
    operator.draw(ticket());
    while (operator.drawnS().orElse(0) == 0) {
      Thread.onSpinWait();
    }
    operator.hold();
    assertThat(next()).isEqualTo(new BoothEvent.DrawingHeld(1));
    operator.resume(1);
    double heldS = operator.drawnS().orElse(0);
    while (operator.drawnS().orElse(Double.MAX_VALUE) <= heldS) {
      Thread.onSpinWait();
    }
    fillDisk();
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(1));
    assertThat(machine.isPositionCertain()).isTrue();
  }

  @Test
  void aHeldDrawingThatCannotBeNotedIsHeldUntilItCan() throws Exception {
    operator.draw(ticket());
    while (operator.drawnS().orElse(0) == 0) {
      Thread.onSpinWait();
    }
    operator.hold();
    assertThat(next()).isEqualTo(new BoothEvent.DrawingHeld(1));
    fillDisk();
    operator.resume(1);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingHeld(1));
    makeRoom();
    operator.resume(1);
    assertThat(next()).isEqualTo(new BoothEvent.DrawingFinished(1));
  }

  private static void assertNotNoted(BoothEvent event) {
    assertThat(event)
        .isInstanceOfSatisfying(
            BoothEvent.MachineFailed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FaultKind.POSITION_FILE);
              assertThat(failed.message()).startsWith("disk not writable: where the stylus stands");
            });
  }

  private static Ticket ticket() {
    return Ticket.accepted(
        new Session(1, 1, false, 0, 0), new Offer("shaded", 10, 100), 0, Promise.of(0));
  }

  private BoothEvent next() throws InterruptedException {
    BoothEvent event = told.poll(60, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }
}
