package silverpoint.kiosk.web;

import io.javalin.http.Context;
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
    String host = context.header("Host");
    if (host == null || context.req().getHeaders("Host").hasMoreElements() && hasSeveral(context)) {
      return false;
    }
    String name = withoutPort(host.toLowerCase(Locale.ROOT));
    String local = context.req().getLocalAddr();
    return names.contains(name)
        || name.equals(local)
        || name.equals("[" + local + "]")
        || (Gate.peer(context).isLoopbackAddress() && name.equals("localhost"));
  }

  private static boolean hasSeveral(Context context) {
    var hosts = context.req().getHeaders("Host");
    hosts.nextElement();
    return hosts.hasMoreElements();
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
