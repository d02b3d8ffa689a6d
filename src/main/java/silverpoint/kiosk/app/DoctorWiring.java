package silverpoint.kiosk.app;

import java.util.List;
import silverpoint.kiosk.doctor.Doctor;
import silverpoint.kiosk.doctor.Installation;

/** The doctor of a kiosk. */
public final class DoctorWiring {
  private DoctorWiring() {}

  /**
   * @param edgeModel name of the model that draws
   */
  public static Doctor doctor(MachineChoice machine, String edgeModel) {
    Places places = machine.places();
    return Doctor.ofThisComputer(
        new Installation(
            Places.models(),
            List.of(places.configs()),
            places.machines(),
            places.state(),
            places.webState(),
            Wiring.neededModels(edgeModel),
            machine.isReal() && !machine.isGrbl(),
            machine.chipLabels()));
  }
}
