package silverpoint.kiosk.crew;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;

/** A fault that several parts may have: it is over when none of them has it any more. */
final class SharedFault {
  private final FaultKind kind;
  private final Consumer<BoothEvent> booth;
  private final Set<String> failing = new HashSet<>();

  SharedFault(FaultKind kind, Consumer<BoothEvent> booth) {
    this.kind = kind;
    this.booth = booth;
  }

  /** Takes the events of one part. */
  Consumer<BoothEvent> of(String part) {
    return event -> {
      if (passes(part, event)) {
        booth.accept(event);
      }
    };
  }

  private synchronized boolean passes(String part, BoothEvent event) {
    if (event instanceof BoothEvent.Failing failed && failed.kind() == kind) {
      failing.add(part);
    } else if (event instanceof BoothEvent.Healed healed && healed.kind() == kind) {
      failing.remove(part);
      return failing.isEmpty();
    }
    return true;
  }
}
