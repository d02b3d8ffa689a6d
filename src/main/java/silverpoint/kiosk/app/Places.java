package silverpoint.kiosk.app;

import java.nio.file.Path;

/** Where the kiosk is installed: its models and its configuration lie below. */
public final class Places {
  private Places() {}

  public static Path models() {
    return home().resolve("models");
  }

  /** Settings of the whole kiosk, one YAML file a room. */
  public static Path config() {
    return home().resolve("kiosk-config");
  }

  public static Path machines() {
    return config().resolve("machines");
  }

  public static Path state() {
    return home().resolve("kiosk-state");
  }

  /** What happened. */
  public static Path history() {
    return state().resolve("history.db");
  }

  /** PINs, keys, certificate and audit log. */
  public static Path webState() {
    return state().resolve("web");
  }

  public static Path auditLog() {
    return webState().resolve("audit.log");
  }

  public static Path home() {
    return Path.of(System.getProperty("silverpoint.home", "."));
  }
}
