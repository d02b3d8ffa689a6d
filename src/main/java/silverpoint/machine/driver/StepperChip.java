package silverpoint.machine.driver;

/** Step/direction driver chips with the shortest times of their data sheets, in microseconds. */
public enum StepperChip {
  A4988(1.0, 1.0, 0.2, 0.2, 1000),
  DRV8825(1.9, 1.9, 0.65, 0.65, 1700),
  TMC2209(0.1, 0.1, 0.02, 0.02, 0);

  public final double stepHighUs;
  public final double stepLowUs;
  public final double directionSetupUs;
  public final double directionHoldUs;
  public final double wakeUs;

  StepperChip(
      double stepHighUs,
      double stepLowUs,
      double directionSetupUs,
      double directionHoldUs,
      double wakeUs) {
    this.stepHighUs = stepHighUs;
    this.stepLowUs = stepLowUs;
    this.directionSetupUs = directionSetupUs;
    this.directionHoldUs = directionHoldUs;
    this.wakeUs = wakeUs;
  }
}
