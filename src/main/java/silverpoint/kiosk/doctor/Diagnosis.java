package silverpoint.kiosk.doctor;

import java.util.Comparator;
import java.util.List;
import silverpoint.kiosk.booth.WireName;

/**
 * All findings.
 *
 * @param verdict the worst of theirs
 */
@WireName("DoctorDiagnosis")
public record Diagnosis(Verdict verdict, List<Finding> findings) {
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  static Diagnosis of(List<Finding> findings) {
    return new Diagnosis(
        findings.stream().map(Finding::verdict).max(Comparator.naturalOrder()).orElse(Verdict.FINE),
        findings);
  }
}
