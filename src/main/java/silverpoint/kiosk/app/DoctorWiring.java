package silverpoint.kiosk.app;

import silverpoint.kiosk.doctor.Doctor;
import silverpoint.kiosk.doctor.Installation;

/** The doctor of the kiosk that is installed here. */
public final class DoctorWiring {
  private DoctorWiring() {}

  /**
   * @param edgeModel name of the model that draws
   */
  public static Doctor doctor(MachineChoice machine, String edgeModel) {
    return Doctor.ofThisComputer(
        new Installation(
            Places.models(),
            Places.config(),
            Places.machines(),
            Places.state(),
            Places.webState(),
            Wiring.neededModels(edgeModel),
            machine.isReal(),
            machine.chipLabels()));
  }
}
