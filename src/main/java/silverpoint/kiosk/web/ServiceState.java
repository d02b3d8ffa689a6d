package silverpoint.kiosk.web;

import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.booth.WireName;

/** What a service manager asks: alive, ready. An answer of 503 says no. */
public final class ServiceState {
  private ServiceState() {}

  /**
   * Whether the booth takes its turns.
   *
   * @param reason why it does not; null while it does
   */
  @WireName("ServiceApiAlive")
  public record Alive(boolean alive, Optional<String> reason) {
    public Endpoint.Content answer() {
      return json(alive, this);
    }
  }

  /** Whether guests can be served. */
  @WireName("ServiceApiReady")
  public record Ready(boolean ready, List<String> faults) {
    public Endpoint.Content answer() {
      return json(ready, this);
    }
  }

  private static Endpoint.Content json(boolean well, Object body) {
    return new Endpoint.Content(
        well ? 200 : 503, "application/json", Json.bytes(body), Optional.empty());
  }
}
