package silverpoint.kiosk.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.security.RouteRole;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import silverpoint.kiosk.access.Login;
import silverpoint.kiosk.access.Logins;
import silverpoint.kiosk.access.Role;

/**
 * What every request passes before any handler: the host that it asks for, its method and path, who
 * sends it, whether a command comes from our own page, and whether the role suffices.
 */
final class Gate {
  private static final String COOKIE = "silverpoint";
  private static final String COOKIE_TLS = "__Host-silverpoint";
  private static final String CSRF_HEADER = "X-Silverpoint-Token";
  private static final String IDENTITY = "silverpoint.identity";

  /** A proxy in front would make the whole network look like the kiosk's own screen. */
  private static final List<String> FORWARDING =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via");

  /** No route of ours needs an escape, an empty part or a parameter in its path. */
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

  private static final Pattern JSON =
      Pattern.compile(
          "application/json\\s*(;\\s*charset=(utf-8|\"utf-8\")\\s*)?", Pattern.CASE_INSENSITIVE);

  private final HostNames hosts;
  private final AccessControl access;

  /** Marks a route of Javalin with who may use it. */
  record Needs(Endpoint.Access access) implements RouteRole {}

  Gate(HostNames hosts, AccessControl access) {
    this.hosts = hosts;
    this.access = access;
  }

  /** Runs for every request, of a known route or not. */
  void enter(Context context) {
    SecurityHeaders.set(context);
    if (!hosts.isOurs(context)) {
      throw new RequestRefused(421, "the kiosk does not answer to this host name");
    }
    String method = context.req().getMethod();
    // what is read by HEAD is guarded by no role, so that only the bare address is
    boolean door = method.equals("HEAD") && context.req().getRequestURI().equals("/");
    if (!door && !method.equals("GET") && !method.equals("POST")) {
      context.header("Allow", "GET, POST");
      throw new RequestRefused(405, "only GET and POST are served");
    }
    if (!PATH.matcher(context.req().getRequestURI()).matches()) {
      throw new RequestRefused(400, "the path has characters that no route has");
    }
    Identity identity = identify(context);
    context.attribute(IDENTITY, identity);
    if (method.equals("POST")) {
      checkOrigin(context);
      checkToken(context, identity);
    }
  }

  /** Runs for requests of a known route: a route that names no role is for nobody. */
  void admit(Context context) {
    Set<RouteRole> roles = context.routeRoles();
    Identity identity = identity(context);
    boolean admitted =
        roles.stream()
            .anyMatch(role -> role instanceof Needs needs && needs.access().admits(identity));
    if (!admitted) {
      refuse(identity);
    }
  }

  /** What a path that no route has is answered with: strangers learn nothing. */
  void unknown(Context context) {
    Identity identity = identity(context);
    if (identity.role().includes(Role.VISITOR)) {
      throw new RequestRefused(404, "there is nothing here");
    }
    refuse(identity);
  }

  Identity identity(Context context) {
    Identity known = context.attribute(IDENTITY);
    return known == null ? identify(context) : known;
  }

  /** Finds out anew who sent a request, for answers that last. */
  Identity identify(Context context) {
    Optional<String> key = key(context);
    if (key.isPresent()) {
      return access
          .keys()
          .roleOf(key.get())
          .map(
              role -> new Identity(role, role.includes(Role.OPERATOR), Optional.empty(), "api-key"))
          .orElseThrow(() -> new RequestRefused(401, "this API key is not known"));
    }
    boolean screen = isOwnScreen(context);
    Optional<String> cookie = cookie(context);
    cookie.ifPresent(this::endWhereThePinChanged);
    Optional<Login> found = cookie.flatMap(access.logins()::find);
    if (found.isPresent()) {
      Login login = found.get();
      return new Identity(login.role(), true, found, login.role().name() + "/" + login.label());
    }
    return screen
        ? new Identity(Role.VISITOR, true, Optional.empty(), "screen")
        : new Identity(
            Role.ANYONE,
            cookie.filter(access.logins()::isKnown).isPresent(),
            Optional.empty(),
            "nobody");
  }

  /** A PIN that is set on the terminal ends older logins too. */
  private void endWhereThePinChanged(String cookie) {
    Logins sessions = access.logins();
    sessions
        .find(cookie)
        .filter(login -> !access.pins().stampOf(login.role()).equals(login.pinStamp()))
        .ifPresent(_ -> sessions.close(cookie));
  }

  static InetAddress peer(Context context) {
    try {
      return InetAddress.getByName(context.req().getRemoteAddr());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the server gives addresses, not names", e);
    }
  }

  Optional<String> cookie(Context context) {
    return Optional.ofNullable(context.cookie(cookieName(context)));
  }

  void setCookie(Context context, String value) {
    context.cookie(cookie(context, value, -1));
  }

  void clearCookie(Context context) {
    context.cookie(cookie(context, "", 0));
  }

  private static Cookie cookie(Context context, String value, int maxAgeS) {
    return new Cookie(
        cookieName(context),
        value,
        "/",
        maxAgeS,
        context.req().isSecure(),
        true,
        null,
        SameSite.STRICT);
  }

  private static String cookieName(Context context) {
    return context.req().isSecure() ? COOKIE_TLS : COOKIE;
  }

  private static Optional<String> key(Context context) {
    String key = context.header("X-Api-Key");
    if (key != null) {
      return Optional.of(key);
    }
    String bearer = context.header("Authorization");
    return bearer != null && bearer.startsWith("Bearer ")
        ? Optional.of(bearer.substring("Bearer ".length()))
        : Optional.empty();
  }

  /** Whether whoever asks sits at this computer. */
  static boolean isOwnScreen(Context context) {
    return peer(context).isLoopbackAddress()
        && FORWARDING.stream().allMatch(name -> context.header(name) == null);
  }

  /** A browser tells where a request comes from; another site's page must not send commands. */
  private static void checkOrigin(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    String own = context.scheme() + "://" + context.header("Host");
    if ((site != null && !site.equals("same-origin"))
        || (origin != null
            && !origin.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT)))) {
      throw new RequestRefused(403, "commands are taken from the kiosk's own pages only");
    }
    // any other type could be sent by a form of another site without asking first
    String type = context.header("Content-Type");
    if (type == null || !JSON.matcher(type).matches()) {
      throw new RequestRefused(415, "commands are sent as application/json in UTF-8");
    }
  }

  private static void checkToken(Context context, Identity identity) {
    if (identity.login().isPresent()) {
      String token = context.header(CSRF_HEADER);
      if (token == null || !identity.login().get().accepts(token)) {
        throw new RequestRefused(403, "the session's token is missing in " + CSRF_HEADER);
      }
    }
  }

  private static void refuse(Identity identity) {
    throw identity.login().isPresent() || identity.name().equals("api-key")
        ? new RequestRefused(
            403, "this needs a role above " + identity.role().name().toLowerCase(Locale.ROOT))
        : new RequestRefused(401, "log in first");
  }
}
