package silverpoint.booth;

/** How long the booth waits for whom; booth.yaml. */
public record BoothSettings(
    VisitorSettings visitor, QueueSettings queue, MachineSettings machine) {}
