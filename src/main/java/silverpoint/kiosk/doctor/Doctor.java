package silverpoint.kiosk.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at a computer and says what is wrong with it, and what helps. */
public final class Doctor {
  private final Computer computer;
  private final Installation kiosk;

  Doctor(Computer computer, Installation kiosk) {
    this.computer = computer;
    this.kiosk = kiosk;
  }

  /** For this computer. */
  public static Doctor ofThisComputer(Installation kiosk) {
    return new Doctor(new Computer(Path.of("/"), new ThisComputer(kiosk.state())), kiosk);
  }

  /** Looks at everything, whatever fails on the way. */
  public Diagnosis examine() {
    List<Supplier<Finding>> checks =
        List.of(
            () -> ProgramChecks.java(computer),
            () -> ProgramChecks.processor(computer),
            () -> ProgramChecks.libraries(computer),
            () -> ProgramChecks.models(computer, kiosk),
            () -> ProgramChecks.gpu(computer),
            () -> DeviceChecks.camera(computer, kiosk),
            () -> DeviceChecks.chip(computer, kiosk),
            () -> DeviceChecks.groups(computer, kiosk),
            () -> SystemChecks.realTime(computer, kiosk),
            () -> SystemChecks.temporary(computer),
            () -> SystemChecks.locale(computer),
            () -> SystemChecks.disk(computer, kiosk),
            () -> SystemChecks.clock(computer),
            () -> KioskChecks.configuration(kiosk),
            () -> KioskChecks.ports(computer, kiosk),
            () -> KioskChecks.network(kiosk),
            () -> TakeHomeChecks.page(kiosk),
            () -> TakeHomeChecks.printer(computer, kiosk),
            () -> KioskChecks.lastCrash(computer));
    List<Finding> findings = new ArrayList<>();
    checks.forEach(check -> findings.add(found(check)));
    return Diagnosis.of(findings);
  }

  private static Finding found(Supplier<Finding> check) {
    try {
      return check.get();
    } catch (RuntimeException | LinkageError e) {
      return Finding.broken(
          "doctor", "something could not be looked at: " + e, "this is our bug; please report it");
    }
  }
}
