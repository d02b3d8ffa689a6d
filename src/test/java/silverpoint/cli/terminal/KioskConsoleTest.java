package silverpoint.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Crew;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.config.BoothConfig;

/** What the terminal of a running kiosk says of the booth. */
class KioskConsoleTest {
  private final AtomicLong nowMs = new AtomicLong(1_000);
  private final StringWriter said = new StringWriter();

  private final Crew idle =
      new Crew() {
        @Override
        public void perform(BoothAction action, Consumer<BoothEvent> answers) {}

        @Override
        public void cutMotors() {}

        @Override
        public OptionalDouble drawnS() {
          return OptionalDouble.empty();
        }

        @Override
        public String hint() {
          return "";
        }
      };

  private final Booth booth =
      new Booth(
          BoothConfig.load(Path.of("kiosk-config")),
          BoothState.begin(new MachineState.Ready(0), 1, LearnedPace.guess(1), 0),
          idle,
          new BoothClock(nowMs::get, InstantSource.fixed(Instant.EPOCH)));

  private void happens(BoothEvent event) {
    booth.process(event);
    for (var next = booth.nextEvent(); next.isPresent(); next = booth.nextEvent()) {
      booth.process(next.get());
    }
  }

  private void asks(BoothCommand command) {
    happens(new BoothEvent.Commanded(command));
  }

  @Test
  void aStopIsToldAtOnceAlsoWhileAGuestIsToldATime() {
    new KioskConsole(new PrintWriter(said), InstantSource.fixed(Instant.EPOCH)).follow(booth);
    happens(new BoothEvent.SubjectSeen(1, true));
    asks(new BoothCommand.Agree(false));
    happens(new BoothEvent.SubjectSeen(1, true));
    asks(new BoothCommand.StartNow());
    happens(new BoothEvent.FrameTaken(1));
    happens(new BoothEvent.Sketched(1, new Offer("shaded", 90, 1000)));
    asks(new BoothCommand.Accept());
    assertThat(booth.snapshot().phase()).isEqualTo(Phase.QUEUED);
    asks(new BoothCommand.EmergencyStop());
    assertThat(booth.snapshot().phase()).isEqualTo(Phase.QUEUED);
    assertThat(said.toString()).containsOnlyOnce("fault: the emergency stop was touched. Make");
    nowMs.addAndGet(60_000);
    happens(new BoothEvent.Tick());
    assertThat(said.toString()).containsOnlyOnce("fault: ").endsWith("fault\n");
  }
}
