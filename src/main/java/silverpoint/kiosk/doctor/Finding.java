package silverpoint.kiosk.doctor;

import silverpoint.kiosk.booth.WireName;

/**
 * What the doctor says of one thing.
 *
 * @param subject what was looked at
 * @param says what it found, one line
 * @param cure what helps; empty when nothing needs help
 */
@WireName("DoctorFinding")
public record Finding(String subject, Verdict verdict, String says, String cure) {
  public Finding {
    says = says.strip().replaceAll("\\s*\\R\\s*", " ");
    if (subject.isBlank() || says.isBlank()) {
      throw new IllegalArgumentException("a finding says something of something: " + subject);
    }
    if ((verdict == Verdict.FINE) != cure.isEmpty()) {
      throw new IllegalArgumentException(
          "what is fine needs no cure, all else has one: " + subject + ", '" + cure + "'");
    }
  }

  static Finding fine(String subject, String says) {
    return new Finding(subject, Verdict.FINE, says, "");
  }

  static Finding warning(String subject, String says, String cure) {
    return new Finding(subject, Verdict.WARNING, says, cure);
  }

  static Finding broken(String subject, String says, String cure) {
    return new Finding(subject, Verdict.BROKEN, says, cure);
  }

  /** Broken where the kiosk needs it as it is set up, else a warning. */
  static Finding troubled(boolean needed, String subject, String says, String cure) {
    return needed ? broken(subject, says, cure) : warning(subject, says, cure);
  }
}
