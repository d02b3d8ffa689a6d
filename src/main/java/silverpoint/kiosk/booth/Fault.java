package silverpoint.kiosk.booth;

/**
 * A state of the world that needs attention.
 *
 * @param message what happened, one line
 * @param sinceMs booth time at which it was noticed
 * @param attempts how often the kiosk has tried to get over it by itself
 */
public record Fault(FaultKind kind, String message, long sinceMs, int attempts) {
  public Fault {
    message = message.lines().findFirst().orElse("").strip();
  }

  Fault triedAgain() {
    return new Fault(kind, message, sinceMs, attempts + 1);
  }
}
