package silverpoint.kiosk.app;

import java.time.Duration;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.machine.simulator.SimulatedEtchASketch;

/**
 * Shakes the simulated toy when the booth asks for it and its portrait was looked at, as staff do
 * with a real one.
 */
final class SimulatedStaff {
  private static final Duration TAKES = Duration.ofSeconds(4);

  private final Booth booth;
  private final SimulatedEtchASketch toy;
  private long askedMs = -1;

  SimulatedStaff(Booth booth, SimulatedEtchASketch toy) {
    this.booth = booth;
    this.toy = toy;
  }

  void begin() {
    booth.subscribe(this::see);
  }

  private void see(BoothSnapshot snapshot) {
    boolean looking = snapshot.state().visitor() instanceof VisitorState.Finished;
    if (snapshot.state().machine() instanceof MachineState.Erase(long sinceMs, _, _)
        && sinceMs != askedMs
        && !looking) {
      askedMs = sinceMs;
      Thread.ofVirtual().start(this::shake);
    }
  }

  private void shake() {
    try {
      Thread.sleep(TAKES);
      toy.erase();
      booth.tell(new BoothEvent.ErasureSeen());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
