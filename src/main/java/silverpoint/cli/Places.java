package silverpoint.cli;

import java.nio.file.Path;

/** Where the kiosk is installed: its models and its configuration lie below. */
final class Places {
  private Places() {}

  static Path models() {
    return home().resolve("models");
  }

  static Path machines() {
    return config().resolve("machines");
  }

  static Path state() {
    return home().resolve("kiosk-state");
  }

  /** Settings of the whole kiosk, one YAML file a room. */
  static Path config() {
    return home().resolve("kiosk-config");
  }

  /** PINs, keys, certificate and audit log. */
  static Path webState() {
    return state().resolve("web");
  }

  static Path home() {
    return Path.of(System.getProperty("silverpoint.home", "."));
  }
}
