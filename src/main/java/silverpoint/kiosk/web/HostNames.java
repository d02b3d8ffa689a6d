package silverpoint.kiosk.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The names under which browsers may ask for the kiosk: the ones of the settings, localhost, and
 * the address that the connection came in at. Any other name would be one that somebody else has
 * pointed at the kiosk (DNS rebinding).
 */
final class HostNames {
  private final List<String> names;

  HostNames(List<String> names) {
    this.names = names;
  }

  boolean isOurs(Context context) {
    return isOurs(
        Collections.list(context.req().getHeaders("Host")),
        context.req().getLocalAddr(),
        Gate.peer(context).isLoopbackAddress());
  }

  /**
   * Whether a request may be answered.
   *
   * @param hosts what it asks for
   * @param local the address that it came in at
   * @param near whether it comes from this computer
   */
  boolean isOurs(List<String> hosts, String local, boolean near) {
    if (hosts.size() != 1) {
      return false;
    }
    String name = withoutPort(hosts.getFirst().toLowerCase(Locale.ROOT));
    return names.contains(name)
        || name.equals(local)
        || name.equals("[" + local + "]")
        || (near && name.equals("localhost"));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
