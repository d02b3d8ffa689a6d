package silverpoint.cli;

import java.nio.file.Path;

/** Where the kiosk is installed: its models and its configuration lie below. */
final class Places {
  private Places() {}

  static Path models() {
    return home().resolve("models");
  }

  /** Settings of the whole kiosk, one YAML file a room. */
  static Path config() {
    return home().resolve("kiosk-config");
  }

  static Path machines() {
    return config().resolve("machines");
  }

  static Path state() {
    return home().resolve("kiosk-state");
  }

  /** What happened. */
  static Path history() {
    return state().resolve("history.db");
  }

  /** PINs, keys, certificate and audit log. */
  static Path webState() {
    return state().resolve("web");
  }

  static Path auditLog() {
    return webState().resolve("audit.log");
  }

  static Path home() {
    return Path.of(System.getProperty("silverpoint.home", "."));
  }
}
