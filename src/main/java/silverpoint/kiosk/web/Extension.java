package silverpoint.kiosk.web;

import java.util.List;

/**
 * What other rooms add to the server.
 *
 * @param endpoints such as those of the visitor's screen
 * @param pages such as the visitor's screen itself
 * @param parts closed before the server stops
 */
public record Extension(
    List<Endpoint> endpoints, List<WebServer.StaticPages> pages, List<AutoCloseable> parts) {
  public static final Extension NOTHING = new Extension(List.of(), List.of(), List.of());
}
