package silverpoint.kiosk.web.visitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.takehome.QrCode;
import silverpoint.kiosk.takehome.TakeHomeLine;
import silverpoint.kiosk.web.Call;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.EventHub;
import silverpoint.kiosk.web.Extension;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.kiosk.web.LineView;
import silverpoint.kiosk.web.RequestRefused;
import silverpoint.kiosk.web.WebServer;

/**
 * What the visitor's screen is told: the booth as the visitor sees it, the mirror, the line, the QR
 * code. The mirror shows a picture only between a guest's consent and the shot; before, the screen
 * knows where somebody stands and nothing more.
 */
public final class VisitorApi implements AutoCloseable {
  private static final Duration GAP = Duration.ofMillis(100);

  /** The kiosk's own screen, a second one beside it, and reloads. */
  private static final int MOST_SCREENS = 16;

  private final Booth booth;
  private final BoothSettings settings;
  private final VisitorKiosk kiosk;
  private final ScreenSettings screen;
  private final Supplier<Optional<String>> takeHomePage;
  private final double keptHours;
  private final EventHub hub;
  private final Runnable subscription;

  /**
   * @param takeHomePage web address of the page that shows a line; empty while phones reach none
   * @param keptHours for which a line is kept when its guest allows it; 0 when none is kept
   */
  public VisitorApi(
      Booth booth,
      BoothSettings settings,
      VisitorKiosk kiosk,
      ScreenSettings screen,
      Supplier<Optional<String>> takeHomePage,
      double keptHours) {
    this.booth = booth;
    this.settings = settings;
    this.kiosk = kiosk;
    this.screen = screen;
    this.takeHomePage = takeHomePage;
    this.keptHours = keptHours;
    this.hub =
        new EventHub("silverpoint-visitor-events", this::view, booth::silence, GAP, MOST_SCREENS);
    this.subscription = booth.subscribe(_ -> hub.changed());
  }

  /** To be added to a {@link silverpoint.kiosk.app.KioskServer}. */
  public Extension more() {
    return new Extension(
        endpoints(),
        List.of(
            new WebServer.StaticPages(
                "/booth", "/silverpoint/kiosk/web/booth", new Endpoint.Access.From(Role.ANYONE))),
        List.of(this));
  }

  /** People moved before the camera; costs the caller nothing. */
  public void changed() {
    hub.changed();
  }

  @Override
  public void close() {
    subscription.run();
    hub.close();
  }

  private List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/api/v1/visitor/status",
            Role.VISITOR,
            "The booth as its visitor sees it.",
            VisitorView.class,
            _ -> new Endpoint.Content("application/json", hub.json())),
        Endpoint.events(
            "/api/v1/visitor/events",
            Role.VISITOR,
            "Follows that status, as /api/v1/events does.",
            VisitorView.class,
            call -> {
              hub.serve(call, () -> true);
              return Endpoint.Done.WRITTEN;
            }),
        Endpoint.document(
            "/api/v1/visitor/mirror",
            Role.VISITOR,
            "The visitor's mirror image; 204 before consent and after the shot.",
            "image/jpeg",
            _ -> mirror()),
        Endpoint.get(
            "/api/v1/visitor/line/{session}",
            Role.VISITOR,
            "The line of a session, with planned times; 404 when it is no longer in memory.",
            LineView.class,
            call -> LineView.of(sketch(call))),
        Endpoint.get(
            "/api/v1/visitor/line/{session}/{style}",
            Role.VISITOR,
            "The line of a session in a style; 404 when it is neither offered nor taken.",
            LineView.class,
            call -> LineView.of(sketch(call, call.pathParameter("style")))),
        Endpoint.document(
            "/api/v1/visitor/take-home/{session}",
            Role.VISITOR,
            "A QR code that holds the line; 204 when phones reach no page that shows it.",
            "image/svg+xml",
            this::takeHome));
  }

  private VisitorView view() {
    return VisitorView.of(booth.snapshot(), settings, kiosk.watch(), screen, keptHours);
  }

  private Object mirror() {
    boolean agreed =
        switch (booth.snapshot().state().visitor()) {
          case VisitorState.Framing _ -> true;
          case VisitorState.Countdown _ -> true;
          case VisitorState.Captured _ -> true;
          default -> false;
        };
    Optional<byte[]> jpeg = agreed ? kiosk.mirror() : Optional.empty();
    return jpeg.<Object>map(bytes -> new Endpoint.Content("image/jpeg", bytes))
        .orElse(Endpoint.Done.NO_CONTENT);
  }

  private Kiosk.Exhibit sketch(Call call) {
    return sketch(call, kiosk::sketch);
  }

  private Kiosk.Exhibit sketch(Call call, String style) {
    return sketch(call, session -> kiosk.sketch(session, style));
  }

  private static Kiosk.Exhibit sketch(Call call, LongFunction<Optional<Kiosk.Exhibit>> lines) {
    String number = call.pathParameter("session");
    Optional<Kiosk.Exhibit> sketch =
        number.matches("\\d{1,18}") ? lines.apply(Long.parseLong(number)) : Optional.empty();
    return sketch.orElseThrow(() -> new RequestRefused(404, "there is no such line"));
  }

  private Object takeHome(Call call) {
    Optional<String> page = takeHomePage.get();
    if (page.isEmpty()) {
      return Endpoint.Done.NO_CONTENT;
    }
    Kiosk.Exhibit exhibit = sketch(call);
    return TakeHomeLine.link(
            page.get(), exhibit.session(), exhibit.line().route().legs(), exhibit.page())
        .<Object>map(link ->
            new Endpoint.Content(
                "image/svg+xml", QrCode.svg(link).getBytes(StandardCharsets.UTF_8)))
        .orElse(Endpoint.Done.NO_CONTENT);
  }
}
