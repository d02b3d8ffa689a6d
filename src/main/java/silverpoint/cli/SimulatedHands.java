package silverpoint.cli;

import java.time.Duration;
import silverpoint.booth.Booth;
import silverpoint.booth.BoothEvent;
import silverpoint.booth.BoothSnapshot;
import silverpoint.booth.MachineState;
import silverpoint.plotter.SimulatedEtchASketch;

/** Shakes the simulated toy when the booth asks for it, as staff do with a real one. */
final class SimulatedHands {
  private static final Duration TAKES = Duration.ofSeconds(4);

  private final Booth booth;
  private final SimulatedEtchASketch toy;
  private long askedMs = -1;

  SimulatedHands(Booth booth, SimulatedEtchASketch toy) {
    this.booth = booth;
    this.toy = toy;
  }

  void begin() {
    booth.subscribe(this::see);
  }

  private void see(BoothSnapshot snapshot) {
    if (snapshot.state().machine() instanceof MachineState.Erase(long sinceMs, _, _)
        && sinceMs != askedMs) {
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
