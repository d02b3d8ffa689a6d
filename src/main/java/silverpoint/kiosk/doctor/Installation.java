package silverpoint.kiosk.doctor;

import java.nio.file.Path;
import java.util.List;
import silverpoint.kiosk.config.MachineProfiles;

/**
 * The kiosk that is looked at: where it keeps things, and what it needs.
 *
 * @param configs folders of the settings; later ones go over those before
 * @param machines their profiles
 * @param state folder of what it writes
 * @param webState folder of PINs, keys and certificate
 * @param neededModels names of the models without which it draws nothing
 * @param motors whether it drives real motors
 * @param chipLabels one of them is that of the GPIO chip
 */
public record Installation(
    Path models,
    List<Path> configs,
    MachineProfiles machines,
    Path state,
    Path webState,
    List<String> neededModels,
    boolean motors,
    List<String> chipLabels) {
  public Installation {
    configs = List.copyOf(configs);
    neededModels = List.copyOf(neededModels);
    chipLabels = List.copyOf(chipLabels);
  }

  Path[] folders() {
    return configs.toArray(Path[]::new);
  }
}
