package silverpoint.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.Phase;

/**
 * The terminal of a running kiosk: a line for every phase, fault and notice; Enter is the button.
 */
public final class KioskConsole {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final PrintWriter out;
  private final InstantSource clock;
  private Optional<Phase> shown = Optional.empty();

  /** What was wrong when it was told last. */
  private List<String> faults = List.of();

  public KioskConsole(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  public void say(String line) {
    out.println(CLOCK.format(clock.instant()) + "  " + line);
    out.flush();
  }

  /** Tells of every phase from now on. */
  public void follow(Booth booth) {
    booth.subscribe(this::tell);
  }

  /** Takes Enter for the button, where there is a keyboard. */
  public void listenToKeyboard(Booth booth) {
    if (System.console() == null || !System.console().isTerminal()) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name("silverpoint-keyboard")
        .start(() -> {
          try {
            int key = System.in.read();
            while (key >= 0) {
              if (key == '\n') {
                booth.command(new BoothCommand.Press());
              }
              key = System.in.read();
            }
          } catch (IOException e) {
            // without a keyboard the screen and the button are left
            return;
          }
        });
  }

  private synchronized void tell(BoothSnapshot snapshot) {
    tellFaults(snapshot);
    if (shown.filter(snapshot.phase()::equals).isPresent()) {
      return;
    }
    shown = Optional.of(snapshot.phase());
    say(snapshot.phase().name().toLowerCase(Locale.ROOT) + more(snapshot));
  }

  /** As they come, whatever the guest at the camera does meanwhile. */
  private void tellFaults(BoothSnapshot snapshot) {
    List<String> now =
        snapshot.faults().stream().map(fault -> fault.message() + ". " + fault.cure()).toList();
    now.stream().filter(fault -> !faults.contains(fault)).forEach(fault -> say("fault: " + fault));
    faults = now;
  }

  private static String more(BoothSnapshot snapshot) {
    return switch (snapshot.phase()) {
      case DRAWING, QUEUED ->
          snapshot
              .progress()
              .map(progress ->
                  ": ticket %d, done at %s, %s left"
                      .formatted(
                          progress.session(),
                          CLOCK.format(progress.doneAt()),
                          Span.words(progress.leftS())))
              .orElse("");
      default -> "";
    };
  }
}
