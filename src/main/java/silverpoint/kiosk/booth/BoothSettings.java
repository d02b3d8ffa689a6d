package silverpoint.kiosk.booth;

/** How long the booth waits for whom; booth.yaml. */
public record BoothSettings(VisitorSettings visitor, QueueSettings queue, MachineSettings machine) {
  /** The same, but a guest who stays agrees, after 4 s unless a time is set. */
  public BoothSettings handsFree() {
    return visitor.handsFree()
        ? this
        : new BoothSettings(visitor.handsFree(VisitorSettings.WITHOUT_HANDS_S), queue, machine);
  }
}
