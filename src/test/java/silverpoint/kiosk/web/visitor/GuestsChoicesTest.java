package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.web.visitor.StagedVisitorScreen.PLAIN;
import static silverpoint.kiosk.web.visitor.StagedVisitorScreen.WITH_CODE;

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

/**
 * What a guest says to the screen, by touch and by key, and that nobody's choice is the next one's.
 */
class GuestsChoicesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void whoeverAllowsItHasTheLineKeptAndTheNextIsAskedAnew() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1920, 1080)) {
      Page page = StagedVisitorScreen.page(context);
      List<String> asked = new ArrayList<>();
      context.route(
          "**/api/v1/commands/*",
          route -> {
            asked.add(route.request().url().replaceAll(".*/", "") + route.request().postData());
            route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("{}"));
          });
      tell(page, Phase.CONSENT, PLAIN);
      page.locator("#keep").click();
      page.locator(".action >> nth=0").click();
      tell(page, Phase.CONSENT, WITH_CODE);
      page.locator(".action >> nth=0").click();
      page.waitForCondition(() -> asked.size() == 2);
      assertThat(asked)
          .containsExactly("agree{\"keepLineArt\":true}", "agree{\"keepLineArt\":false}");
    }
  }

  @Test
  void nobodysLanguageIsTheNextOnes() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1920, 1080)) {
      Page page = StagedVisitorScreen.page(context);
      tell(page, Phase.CONSENT, PLAIN);
      choose(page, "de");
      for (Phase phase : List.of(Phase.FRAMING, Phase.REVIEW, Phase.QUEUED)) {
        tell(page, phase, PLAIN);
        page.evaluate("() => new Promise(requestAnimationFrame)");
        assertThat(language(page)).as(phase.name()).isEqualTo("de");
      }
      tell(page, Phase.DRAWING, PLAIN);
      page.locator("html[lang=en]").waitFor();
      tell(page, Phase.QUEUED, PLAIN);
      choose(page, "ja");
      tell(page, Phase.CONSENT, WITH_CODE);
      page.locator("html[lang=en]").waitFor();
      choose(page, "fr");
      tell(page, Phase.SORRY, PLAIN);
      page.evaluate("() => new Promise(requestAnimationFrame)");
      assertThat(language(page)).as("the apology is the guest's too").isEqualTo("fr");
      tell(page, Phase.ATTRACT, PLAIN);
      page.locator("html[lang=en]").waitFor();
    }
  }

  @Test
  void aLanguageThatSomebodyChoseWhoWentOnLapses() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1920, 1080)) {
      Page page = StagedVisitorScreen.page(context);
      long chosenMs = System.currentTimeMillis();
      context.clock().setFixedTime(chosenMs);
      tell(page, Phase.ATTRACT, PLAIN);
      choose(page, "es");
      context.clock().setFixedTime(chosenMs + 59_000);
      page.evaluate("() => new Promise(requestAnimationFrame)");
      page.evaluate("() => new Promise(requestAnimationFrame)");
      assertThat(language(page)).isEqualTo("es");
      context.clock().setFixedTime(chosenMs + 61_000);
      page.locator("html[lang=en]").waitFor();
    }
  }

  @Test
  void aGuestMaySayNoUntilTheLineIsQueued() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1920, 1080)) {
      Page page = StagedVisitorScreen.page(context);
      List<String> asked = new ArrayList<>();
      context.route(
          "**/api/v1/commands/*",
          route -> {
            asked.add(route.request().url().replaceAll(".*/", ""));
            route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("{}"));
          });
      List<Phase> before =
          List.of(Phase.values()).subList(Phase.CONSENT.ordinal(), Phase.QUEUED.ordinal());
      for (Phase phase : before) {
        tell(page, phase, PLAIN);
        page.locator(".action:has-text('No, thank you')").click();
        page.keyboard().press("Escape");
      }
      page.waitForCondition(() -> asked.size() == 2 * before.size());
      assertThat(asked).containsOnly("decline");
      tell(page, Phase.QUEUED, PLAIN);
      assertThat(page.locator(".action").count()).isZero();
    }
  }

  @Test
  void oneTouchSaysHowThePortraitIsLiked() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1920, 1080)) {
      Page page = StagedVisitorScreen.page(context);
      List<String> asked = new ArrayList<>();
      context.route(
          "**/api/v1/commands/*",
          route -> {
            asked.add(route.request().url().replaceAll(".*/", "") + route.request().postData());
            route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("{}"));
          });
      tell(page, Phase.DONE, PLAIN);
      page.locator(".action:has-text('I like it')").click();
      page.locator(".action:has-text('Not really')").focus();
      page.keyboard().press("Enter");
      page.waitForCondition(() -> asked.size() == 2);
      assertThat(asked).containsExactly("rate{\"liked\":true}", "rate{\"liked\":false}");
      Map<String, Object> rated = StagedVisitorScreen.state(Phase.DONE, PLAIN);
      rated.put("refused", List.of("rate"));
      page.evaluate("(state) => window.tell(state)", rated);
      assertThat(page.locator(".action").count()).isZero();
    }
  }

  private static void tell(Page page, Phase phase, int session) {
    page.evaluate("(state) => window.tell(state)", StagedVisitorScreen.state(phase, session));
  }

  private static void choose(Page page, String language) {
    page.locator(".languages button[lang=" + language + "]").click();
    page.locator("html[lang=" + language + "]").waitFor();
  }

  private static Object language(Page page) {
    return page.evaluate("() => document.documentElement.lang");
  }
}
