package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.web.visitor.StagedVisitorScreen.PLAIN;
import static silverpoint.kiosk.web.visitor.StagedVisitorScreen.WITH_CODE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.web.Chromium;

/**
 * The visitor's screen in headless Chromium, every phase on every kind of screen: nothing leaves
 * the screen, nothing touches what it should not. {@code -Dscreens=DIR} keeps a picture of each.
 * Skipped where there is no Chromium.
 */
class VisitorScreenTest {
  /** Long enough for fades, scenes that draw, and a queue that is loaded. */
  private static final int SETTLED_MS = 80;

  private static final int MOST_LOOKS = 50;

  /** Phases in which there is a line to take home. */
  private static final List<Phase> WITH_LINE =
      List.of(Phase.QUEUED, Phase.DRAWING, Phase.PAUSING, Phase.PAUSED, Phase.DONE, Phase.PARKING);

  /** What is wrong on the page, in words. */
  private static final String RULES =
      """
      () => {
        const wrong = [];
        const box = (e) => {
          const { left, top, width, height } = e.getBoundingClientRect();
          // a knob is round, however it is turned
          const [w, h] = e.className === "knob" ? [e.clientWidth, e.clientHeight] : [width, height];
          const [x, y] = [left + (width - w) / 2, top + (height - h) / 2];
          return { left: x, top: y, right: x + w, bottom: y + h, width: w, height: h };
        };
        const seen = (e) =>
          e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box(e).width > 0;
        const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
        const meets = (a, b) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        const name = (e) => (e.id || e.tagName.toLowerCase() + "." + (e.className.baseVal ?? e.className)).split(" ")[0];
        const inside = (a, b) =>
          a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
        const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        const glass = document.getElementById("glass");
        const over = all("#clock, #home, #queue, #picto, #count, #keep");
        const below = all("h1, p, .action, .timer, .knob").filter((e) => e.textContent || e.tagName !== "P");
        for (const e of [...below, ...all(".languages button, .name")])
          if (!inside(box(e), screen)) wrong.push(name(e) + " leaves the screen");
        for (const e of below) if (meets(box(e), box(glass))) wrong.push(name(e) + " touches the glass");
        for (const e of all("h1, p, .action"))
          for (const knob of all(".knob"))
            if (e.textContent && meets(box(e), box(knob))) wrong.push(name(e) + " touches a knob");
        for (const e of over) if (!inside(box(e), box(glass))) wrong.push(name(e) + " leaves the glass");
        over.forEach((a, i) => over.slice(i + 1).forEach((b) => {
          if (meets(box(a), box(b))) wrong.push(name(a) + " touches " + name(b));
        }));
        for (const line of all("#line"))
          for (const e of over) if (meets(box(e), box(line))) wrong.push(name(e) + " touches the line");
        for (const oval of all("#oval ellipse"))
          for (const e of over) if (meets(box(e), box(oval))) wrong.push(name(e) + " covers the face");
        for (const text of all("h1, p, .clock b, figcaption, li, .action > span:last-child"))
          if (text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== "inline")
            wrong.push(name(text) + " is cut off");
        for (const code of all("#qr"))
          if (Math.min(box(code).width, box(code).height) < 200) wrong.push("the code is too small: " + box(code).height);
        return wrong;
      }
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** A kind of screen. */
  private enum Screen {
    HD(1920, 1080),
    UPRIGHT(1080, 1920),
    SEVEN_INCH(800, 480);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  @Test
  void inEveryPhaseNothingTouchesWhatItShouldNot() {
    List<String> faults = new ArrayList<>();
    for (Screen screen : Screen.values()) {
      try (BrowserContext context =
          StagedVisitorScreen.context(CHROMIUM.browser(), screen.width, screen.height)) {
        Page page = StagedVisitorScreen.page(context);
        for (int session : List.of(PLAIN, WITH_CODE)) {
          for (Phase phase : session == PLAIN ? List.of(Phase.values()) : WITH_LINE) {
            String name =
                "%s-%s%s"
                    .formatted(screen, phase, session == WITH_CODE ? "-code" : "")
                    .toLowerCase(Locale.ROOT);
            page.evaluate(
                "(state) => window.tell(state)", StagedVisitorScreen.state(phase, session));
            for (Object fault : lastingFaults(page)) {
              faults.add(name + ": " + fault);
            }
            picture(page, name);
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theRulesNoticeAClockOnTheLineAndAButtonOutside() {
    try (BrowserContext context =
        StagedVisitorScreen.context(CHROMIUM.browser(), Screen.HD.width, Screen.HD.height)) {
      Page page = StagedVisitorScreen.page(context);
      page.evaluate(
          "(state) => window.tell(state)", StagedVisitorScreen.state(Phase.DRAWING, PLAIN));
      page.addStyleTag(
          new Page.AddStyleTagOptions()
              .setContent(
                  ".side { right: 30% !important } .actions { transform: translateY(90px) }"));
      page.waitForTimeout(SETTLED_MS);
      assertThat((List<?>) page.evaluate(RULES))
          .map(String::valueOf)
          .contains("clock touches the line", "button.action leaves the screen");
    }
  }

  @Test
  void whoeverAllowsItHasTheLineKeptAndTheNextIsAskedAnew() {
    try (BrowserContext context =
        StagedVisitorScreen.context(CHROMIUM.browser(), Screen.HD.width, Screen.HD.height)) {
      Page page = StagedVisitorScreen.page(context);
      List<String> asked = new ArrayList<>();
      context.route(
          "**/api/v1/commands/*",
          route -> {
            asked.add(route.request().url().replaceAll(".*/", "") + route.request().postData());
            route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("{}"));
          });
      page.evaluate(
          "(state) => window.tell(state)", StagedVisitorScreen.state(Phase.CONSENT, PLAIN));
      page.locator("#keep").click();
      page.locator(".action >> nth=0").click();
      page.evaluate(
          "(state) => window.tell(state)", StagedVisitorScreen.state(Phase.CONSENT, WITH_CODE));
      page.locator(".action >> nth=0").click();
      page.waitForCondition(() -> asked.size() == 2);
      assertThat(asked)
          .containsExactly("agree{\"keepLineArt\":true}", "agree{\"keepLineArt\":false}");
    }
  }

  /** What is wrong on the page and stays so: a busy computer may still draw. */
  private static List<?> lastingFaults(Page page) {
    List<?> faults = List.of();
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      page.waitForTimeout(SETTLED_MS);
      faults = (List<?>) page.evaluate(RULES);
      if (faults.isEmpty()) {
        break;
      }
    }
    return faults;
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("screens", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name + ".png")));
    }
  }
}
