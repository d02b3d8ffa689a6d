package silverpoint.kiosk.doctor;

import java.nio.file.Path;
import java.util.List;

/**
 * The kiosk that is looked at: where it keeps things, and what it needs.
 *
 * @param config folder of the settings
 * @param machines folder of the machine profiles
 * @param state folder of what it writes
 * @param webState folder of PINs, keys and certificate
 * @param neededModels names of the models without which it draws nothing
 * @param motors whether it drives real motors
 * @param chipLabels one of them is that of the GPIO chip
 */
public record Installation(
    Path models,
    Path config,
    Path machines,
    Path state,
    Path webState,
    List<String> neededModels,
    boolean motors,
    List<String> chipLabels) {
  public Installation {
    neededModels = List.copyOf(neededModels);
    chipLabels = List.copyOf(chipLabels);
  }
}
