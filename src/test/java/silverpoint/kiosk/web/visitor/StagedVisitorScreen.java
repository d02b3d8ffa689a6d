package silverpoint.kiosk.web.visitor;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import silverpoint.foundation.geometry.Box;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.subject.Aim;
import silverpoint.kiosk.subject.SubjectSettings;
import silverpoint.kiosk.takehome.QrCode;

/** The visitor's screen with its real files and a kiosk that says what a test wants. */
final class StagedVisitorScreen {
  /** Sessions without and with a code to take the line home. */
  static final int PLAIN = 7;

  static final int WITH_CODE = 107;

  /** Width per height of the page that is drawn on. */
  static final double PAGE_ASPECT = 146.0 / 100;

  private static final String ORIGIN = "http://kiosk.test";
  private static final String PAGES = "/silverpoint/kiosk/web/booth/";

  private StagedVisitorScreen() {}

  /** A browser window of that size, px, in which the page meets a kiosk that is not there. */
  static BrowserContext context(Browser browser, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-GB"));
    context.route("**/*", StagedVisitorScreen::serve);
    context.addInitScript(
        """
        window.EventSource = class {
          addEventListener(name, take) {
            if (name === "snapshot") window.tell = (state) => take({ data: JSON.stringify(state) });
          }
          close() {}
        };
        """);
    return context;
  }

  /** The screen, waiting to be told a state. */
  static Page page(BrowserContext context) {
    Page page = context.newPage();
    page.navigate(ORIGIN + "/booth/index.html");
    page.waitForFunction("() => Boolean(window.tell)");
    page.addStyleTag(
        new Page.AddStyleTagOptions().setContent("*, *::before { transition: none !important }"));
    return page;
  }

  private static void serve(Route route) {
    String path = route.request().url().substring(ORIGIN.length());
    Route.FulfillOptions answer = new Route.FulfillOptions();
    if (path.startsWith("/booth/")) {
      String type =
          path.endsWith(".js")
              ? "text/javascript"
              : path.endsWith(".css")
                  ? "text/css"
                  : path.endsWith(".svg")
                      ? "image/svg+xml"
                      : path.endsWith(".json") ? "application/json" : "text/html";
      answer.setContentType(type).setBodyBytes(resource(PAGES + path.substring(7)));
    } else if (path.contains("/visitor/line/")) {
      String line = new String(resource(PAGES + "sample.json"), StandardCharsets.UTF_8);
      answer
          .setContentType("application/json")
          .setBody(line.replace("\"kind\":0,", "\"kind\":0,\"part\":\"OUTLINE\","));
    } else if (path.endsWith("/visitor/take-home/" + WITH_CODE)) {
      answer
          .setContentType("image/svg+xml")
          .setBody(QrCode.svg("https://example.org/line.html#" + "A9".repeat(650)));
    } else if (path.contains("/visitor/mirror")) {
      answer
          .setContentType("image/png")
          .setBodyBytes(resource("/silverpoint/demo/eileen-collins.png"));
    } else {
      answer.setStatus(204);
    }
    route.fulfill(answer);
  }

  /** What a kiosk says to a guest who is framed. */
  static Map<String, Object> framing(String hint) {
    return framing(hint, 640, 480);
  }

  /** The same before a camera of that format, px. */
  static Map<String, Object> framing(String hint, int width, int height) {
    Map<String, Object> state = state(Phase.FRAMING, PLAIN);
    state.put("watch", watch(hint, width, height, List.of()));
    return state;
  }

  /** Where a face is framed best in a camera's picture of that size. */
  static Aim aim(int width, int height) {
    return Aim.of(width, height, PAGE_ASPECT, SubjectSettings.defaults());
  }

  private static Map<String, Object> watch(
      String hint, int width, int height, List<Map<String, Object>> faces) {
    Aim aim = aim(width, height);
    return Map.of(
        "live",
        true,
        "pictureRatio",
        (double) width / height,
        "oval",
        place(aim.ovalPx(), width, height),
        "page",
        place(aim.pagePx(), width, height),
        "hint",
        hint,
        "faces",
        faces);
  }

  private static Map<String, Object> place(Box px, int width, int height) {
    VisitorKiosk.Place place = VisitorKiosk.Place.mirrored(px, width, height);
    return Map.of("x", place.x(), "y", place.y(), "width", place.width(), "height", place.height());
  }

  /**
   * What a kiosk says to a guest who may choose among drawings; the one of that number is shown.
   */
  static Map<String, Object> choosing(List<String> styles, int chosen) {
    Map<String, Object> state = state(Phase.REVIEW, PLAIN);
    state.put(
        "offers",
        IntStream.range(0, styles.size())
            .mapToObj(
                i -> Map.of("style", styles.get(i), "drawS", 165 - 45 * i, "chosen", i == chosen))
            .toList());
    return state;
  }

  /** What a kiosk says in a phase. */
  static Map<String, Object> state(Phase phase, int session) {
    double nowMs = System.currentTimeMillis();
    Map<String, Object> state = new HashMap<>();
    state.put("phase", phase.name());
    state.put("sinceMs", nowMs);
    state.put("session", session);
    state.put("retakesLeft", 2);
    state.put("offers", List.of());
    state.put("steady", true);
    state.put("keptHours", 24);
    state.put("doneMs", 1.8e12);
    state.put("sorry", phase == Phase.SORRY ? "NO_FACE" : "");
    state.put("refused", List.of());
    state.put(
        "watch",
        watch(
            "COME_CLOSER",
            640,
            480,
            List.of(Map.of("x", 0.5, "y", 0.4, "size", 0.3, "subject", true))));
    state.put(
        "screen",
        Map.of(
            "languages",
            List.of("en", "de", "fr", "es", "ja"),
            "countdownSound",
            false,
            "takeHomeAddress",
            ""));
    if (List.of(Phase.CONSENT, Phase.COUNTDOWN, Phase.REVIEW).contains(phase)) {
      state.put("endsMs", nowMs + 3_000);
    }
    if (List.of(Phase.DRAWING, Phase.PAUSING, Phase.PAUSED).contains(phase)) {
      state.put(
          "drawing",
          Map.of(
              "session",
              session,
              "share",
              0.97,
              "leftS",
              40,
              "doneMs",
              1.8e12,
              "firstMs",
              1.79999976e12));
    }
    state.put(
        "queue",
        List.of(
            Map.of("session", 8, "doneMs", 1.8000001e12, "firstMs", 1.8000001e12),
            Map.of("session", 9, "doneMs", 1.80000022e12, "firstMs", 1.79999998e12)));
    return state;
  }

  private static byte[] resource(String name) {
    try (InputStream in = StagedVisitorScreen.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
