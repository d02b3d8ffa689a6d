package silverpoint.kiosk.app;

import java.nio.file.Path;
import silverpoint.kiosk.config.MachineProfiles;

/**
 * Where a kiosk keeps its things. The program, which all kiosks of a computer share, has the models
 * and the configuration as it is shipped; a kiosk has settings of its own, which go over those, and
 * a state.
 *
 * @param config settings of this kiosk, one YAML file a room; what they do not say is as shipped
 * @param state what this kiosk remembers
 */
public record Places(Path config, Path state) {
  private static final String CONFIG = "kiosk-config";

  /** Those of the kiosk of this computer. */
  public static Places usual() {
    return new Places(
        folder("silverpoint.config", CONFIG), folder("silverpoint.state", "kiosk-state"));
  }

  private static Path folder(String property, String name) {
    String set = System.getProperty(property);
    return set == null ? home().resolve(name) : Path.of(set);
  }

  public static Path models() {
    return home().resolve("models");
  }

  /** The program. */
  public static Path home() {
    return Path.of(System.getProperty("silverpoint.home", "."));
  }

  /** The folders of settings, the shipped one first. */
  public Path[] configs() {
    return new Path[] {home().resolve(CONFIG), config};
  }

  public MachineProfiles machines() {
    String folder = "machines";
    return new MachineProfiles(home().resolve(CONFIG).resolve(folder), config.resolve(folder))
        .withMeasured(state.resolve(folder));
  }

  /** What happened. */
  public Path history() {
    return state.resolve("history.db");
  }

  /** PINs, keys, certificate and audit log. */
  public Path webState() {
    return state.resolve("web");
  }

  public Path auditLog() {
    return webState().resolve("audit.log");
  }
}
