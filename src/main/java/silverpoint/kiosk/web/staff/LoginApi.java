package silverpoint.kiosk.web.staff;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import silverpoint.kiosk.access.Login;
import silverpoint.kiosk.access.Logins;
import silverpoint.kiosk.access.Pin;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.web.AccessControl;
import silverpoint.kiosk.web.Call;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.Identity;
import silverpoint.kiosk.web.RequestRefused;
import silverpoint.kiosk.web.TerminalCommand;

/** Logging in by PIN, staying in, logging out, and setting PINs. */
public final class LoginApi {
  private static final String SESSION = "/api/v1/session";

  private final AccessControl access;

  /** One try at a time: each costs memory and a core that the drawing needs. */
  private final Semaphore trying = new Semaphore(1);

  /** The digits of a PIN. */
  @WireName("LoginApiLoginRequest")
  record LoginRequest(String pin) {}

  /**
   * @param role what the caller may do
   * @param token to be sent with every command; empty without a login
   * @param endsInS seconds until the login ends, used or not; null without one
   * @param pinIsSet whether anybody can log in at all
   * @param program how the program is called on the kiosk's terminal; null for strangers
   */
  @WireName("LoginApiSessionView")
  record SessionView(
      Role role,
      boolean mayStop,
      String token,
      Optional<Long> endsInS,
      boolean pinIsSet,
      Optional<String> program) {}

  /**
   * @param ownPin the caller's PIN, asked for again
   */
  @WireName("LoginApiPinRequest")
  record PinRequest(String ownPin, Role role, String pin) {}

  public LoginApi(AccessControl access) {
    this.access = access;
  }

  public List<Endpoint> endpoints() {
    Endpoint.Access anyone = new Endpoint.Access.From(Role.ANYONE);
    return List.of(
        Endpoint.get(SESSION, Role.ANYONE, "Who the caller is.", SessionView.class, this::show),
        Endpoint.post(SESSION, anyone, "Log in by PIN.", SessionView.class, this::logIn)
            .taking(LoginRequest.class),
        Endpoint.post(
            SESSION + "/touch",
            anyone,
            "A person still uses the page.",
            SessionView.class,
            this::touch),
        Endpoint.post(SESSION + "/end", anyone, "Log out.", SessionView.class, this::logOut),
        Endpoint.post(
                "/api/v1/pins",
                new Endpoint.Access.From(Role.ADMIN),
                "Set a role's PIN; ends that role's logins.",
                SessionView.class,
                this::setPin)
            .taking(PinRequest.class));
  }

  private SessionView show(Call call) {
    return view(call.identity());
  }

  private SessionView logIn(Call call) {
    LoginRequest request = call.body(LoginRequest.class);
    Optional<Role> role =
        isOpen(call) ? Optional.of(Role.OPERATOR) : tryPin(call.peer(), request.pin());
    if (role.isEmpty()) {
      access.refused().another().ifPresent(this::noteRefused);
      throw new RequestRefused(401, "this is not a PIN of this kiosk");
    }
    call.cookie().ifPresent(access.logins()::close);
    Logins.Opened opened = access.logins().open(role.get(), access.pins().stampOf(role.get()));
    call.setCookie(opened.cookie());
    Login login = opened.login();
    Identity identity =
        new Identity(
            login.role(), true, Optional.of(login), login.role().name() + "/" + login.label());
    access.refused().rest().ifPresent(this::noteRefused);
    access.audit().note(identity.name(), "logged in");
    return view(identity);
  }

  private void noteRefused(String words) {
    access.audit().note("nobody", words);
  }

  /**
   * Before any PIN is set, whoever sits at the kiosk's own screen may steer the booth. The motors,
   * the log and the PINs wait for a PIN, which only the terminal sets: guests reach the screen.
   */
  private boolean isOpen(Call call) {
    return !access.pins().isAnySet() && call.identity().role() == Role.VISITOR;
  }

  private SessionView touch(Call call) {
    call.expectNoBody();
    call.cookie().ifPresent(access.logins()::touch);
    return view(call.identity());
  }

  private SessionView logOut(Call call) {
    call.expectNoBody();
    call.cookie().ifPresent(access.logins()::close);
    call.clearCookie();
    if (call.identity().login().isPresent()) {
      access.audit().note(call.identity().name(), "logged out");
    }
    return view(new Identity(Role.ANYONE, false, Optional.empty(), "nobody"));
  }

  private SessionView setPin(Call call) {
    PinRequest request = call.body(PinRequest.class);
    Role own = call.identity().role();
    if (!tryPin(call.peer(), request.ownPin()).equals(Optional.of(own))) {
      throw new RequestRefused(403, "your own PIN is wrong");
    }
    access.pins().set(request.role(), new Pin(request.pin()));
    access.logins().closeAll(request.role());
    access.audit().note(call.identity().name(), "set the PIN of " + request.role());
    return view(call.identity());
  }

  private Optional<Role> tryPin(InetAddress peer, String digits) {
    if (!trying.tryAcquire()) {
      throw new RequestRefused(429, "somebody else is logging in; try again", 1);
    }
    try {
      Duration wait = access.delay().before(peer);
      if (wait.isPositive()) {
        long seconds = wait.plusMillis(999).toSeconds();
        throw new RequestRefused(429, "too many tries; wait " + seconds + " s", seconds);
      }
      access.delay().count(peer);
      Optional<Role> role = access.pins().roleOf(digits);
      if (role.isPresent()) {
        access.delay().forgive(peer);
      }
      return role;
    } finally {
      trying.release();
    }
  }

  private SessionView view(Identity identity) {
    return new SessionView(
        identity.role(),
        identity.mayStop(),
        identity.login().map(Login::csrfToken).orElse(""),
        identity.login().map(login -> access.logins().left(login).toSeconds()),
        access.pins().isAnySet(),
        Optional.of(TerminalCommand.program()).filter(_ -> identity.role() != Role.ANYONE));
  }
}
