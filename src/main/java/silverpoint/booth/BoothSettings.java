package silverpoint.booth;

/** The booth's part of kiosk.yaml. */
public record BoothSettings(
    VisitorSettings visitor, QueueSettings queue, MachineSettings machine) {}
