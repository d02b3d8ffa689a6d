package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.web.Chromium;
import silverpoint.kiosk.web.VisitorVisit;

/** The visitor's screen when an answer of the kiosk is lost, or is long in coming. */
class LostAnswersTest {
  private static final String LINES = "**/api/v1/visitor/line/*";
  private static final String CODES = "**/api/v1/visitor/take-home/*";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void aLineWhoseAnswerWasLostIsAskedForAgain() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      loseTheFirst(context, LINES);
      Page page = StagedVisitorScreen.page(context);
      tell(page, Phase.DONE, StagedVisitorScreen.PLAIN);
      page.waitForFunction("() => (" + VisitorVisit.INK + ")() > 0");
    }
  }

  @Test
  void aCodeWhoseAnswerWasLostIsAskedForAgain() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      loseTheFirst(context, CODES);
      Page page = StagedVisitorScreen.page(context);
      tell(page, Phase.DONE, StagedVisitorScreen.WITH_CODE);
      page.locator("#qr").waitFor();
    }
  }

  /** While another guest's line is drawn. */
  @Test
  void nobodyIsOfferedTheCodeOfAnother() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      List<String> asked = new ArrayList<>();
      context.route(
          CODES,
          route -> {
            asked.add(route.request().url());
            route.fallback();
          });
      Page page = StagedVisitorScreen.page(context);
      Map<String, Object> state =
          StagedVisitorScreen.state(Phase.QUEUED, StagedVisitorScreen.PLAIN);
      state.put(
          "drawing",
          Map.of(
              "session", StagedVisitorScreen.WITH_CODE,
              "share", 0.5,
              "leftS", 40,
              "doneMs", 1.8e12,
              "firstMs", 1.8e12));
      page.evaluate("(state) => window.tell(state)", state);
      page.waitForCondition(() -> !asked.isEmpty());
      assertThat(asked).allMatch(url -> url.endsWith("/" + StagedVisitorScreen.PLAIN));
    }
  }

  @Test
  void aScreenWhoseWordsWereLostComesToLifeAllTheSame() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      loseTheFirst(context, "**/booth/lang/en.json");
      Page page = StagedVisitorScreen.page(context);
      tell(page, Phase.DONE, StagedVisitorScreen.PLAIN);
      page.locator("#title:has-text('Number 7 is ready')").waitFor();
    }
  }

  @Test
  void theGlassIsEmptyUntilTheNextLineHasCome() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      Page page = StagedVisitorScreen.page(context);
      tell(page, Phase.DONE, StagedVisitorScreen.PLAIN);
      page.waitForFunction("() => (" + VisitorVisit.INK + ")() > 0");
      List<Route> asked = new ArrayList<>();
      context.route(LINES, asked::add);
      tell(page, Phase.DONE, StagedVisitorScreen.WITH_CODE);
      page.waitForCondition(() -> !asked.isEmpty());
      assertThat(page.evaluate(VisitorVisit.INK)).as("ink of the guest before").isEqualTo(0);
      asked.getFirst().abort();
    }
  }

  @Test
  void aBrokenPictureDoesNotEndTheMirror() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      List<Route> broken = new ArrayList<>();
      context.route(
          "**/api/v1/visitor/mirror",
          asked -> {
            if (broken.isEmpty()) {
              broken.add(asked);
              asked.fulfill(new Route.FulfillOptions().setStatus(200).setBody("no picture"));
            } else {
              asked.fallback();
            }
          });
      Page page = StagedVisitorScreen.page(context);
      page.evaluate("() => (document.getElementById('picture').width = 0)");
      tell(page, Phase.FRAMING, StagedVisitorScreen.PLAIN);
      page.waitForFunction("() => document.getElementById('picture').width > 0");
    }
  }

  private static void loseTheFirst(BrowserContext context, String route) {
    List<Route> lost = new ArrayList<>();
    context.route(
        route,
        asked -> {
          if (lost.isEmpty()) {
            lost.add(asked);
            asked.abort();
          } else {
            asked.fallback();
          }
        });
  }

  private static void tell(Page page, Phase phase, int session) {
    page.evaluate("(state) => window.tell(state)", StagedVisitorScreen.state(phase, session));
  }
}
