package silverpoint.kiosk.doctor;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A computer with one thing wrong.
 *
 * @param fault what is wrong with it
 * @param subject the finding that says so
 * @param says part of what it says
 * @param cure part of its cure
 */
record SickComputer(
    String name,
    Consumer<StagedComputer> fault,
    String subject,
    Verdict verdict,
    String says,
    String cure) {
  static Stream<SickComputer> all() {
    return Stream.of(
            SickHardware.programs(),
            SickHardware.devices(),
            SickSystem.systems(),
            SickSystem.kiosks())
        .flatMap(some -> some);
  }

  @Override
  public String toString() {
    return name;
  }

  static SickComputer sick(
      String name,
      Consumer<StagedComputer> fault,
      String subject,
      Verdict verdict,
      String says,
      String cure) {
    return new SickComputer(name, fault, subject, verdict, says, cure);
  }
}
