package silverpoint.kiosk.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothEvent;

/** Takes what the parts of a kiosk tell its booth, and keeps it until the booth is there. */
final class Inbox {
  private final List<BoothEvent> early = new ArrayList<>();
  private @Nullable Booth booth;

  synchronized void tell(BoothEvent event) {
    if (booth == null) {
      early.add(event);
    } else {
      booth.tell(event);
    }
  }

  synchronized void open(Booth begun) {
    booth = begun;
    early.forEach(begun::tell);
    early.clear();
  }
}
