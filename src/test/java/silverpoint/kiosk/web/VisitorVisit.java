package silverpoint.kiosk.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The visitor's screen of a running kiosk, watched from its first moment: what it showed is known
 * however late a test looks.
 */
public final class VisitorVisit implements AutoCloseable {
  static final double PATIENCE_MS = 300_000;
  private static final double BETWEEN_LOOKS_MS = 100;

  private static final String WATCH =
      """
      window.phases = [];
      window.mirrored = false;
      addEventListener("DOMContentLoaded", () => {
        const watch = (element, attribute, look) =>
          new MutationObserver(look).observe(element, { attributeFilter: [attribute] });
        watch(document.body, "data-phase", () => {
          const phase = document.body.dataset.phase;
          if (phase !== window.phases.at(-1)) window.phases.push(phase);
        });
        const picture = document.getElementById("picture");
        watch(picture, "width", () => (window.mirrored ||= picture.width > 0));
      });
      """;

  /** Px of the line on the glass. */
  public static final String INK =
      """
      () => {
        const canvas = document.getElementById("line");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let ink = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i] > 60) ink++;
        return ink;
      }
      """;

  private final KioskProcess kiosk;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  /** Phases that were waited for. */
  private int come;

  /** A screen of that size, px. */
  VisitorVisit(Browser browser, KioskProcess kiosk, int width, int height) {
    this.kiosk = kiosk;
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-GB"));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.addInitScript(WATCH);
    page.navigate(kiosk.address("/booth/"));
  }

  Page page() {
    return page;
  }

  /** Errors of scripts and of requests. */
  List<String> complaints() {
    return complaints;
  }

  /** All phases that the screen has shown. */
  List<String> phases() {
    return ((List<?>) page.evaluate("window.phases")).stream().map(String::valueOf).toList();
  }

  /** Waits until the screen has come to a phase after the one that was waited for before. */
  void await(String phase) {
    awaits("([phase, from]) => window.phases.indexOf(phase, from) >= 0", List.of(phase, come));
    List<String> seen = phases();
    come += seen.subList(come, seen.size()).indexOf(phase) + 1;
  }

  /** Waits for the guest to be on the mirror, now or before. */
  void awaitMirror() {
    awaits("() => window.mirrored", List.of());
  }

  /** Waits until nothing of the guest's picture is on the screen. */
  void awaitNoPicture() {
    awaits("() => document.getElementById('picture').width === 0", List.of());
  }

  /** Touches a button, as soon as it is there. */
  void touch(String label) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true))
        .click();
  }

  /** Waits for the text of an element. */
  void awaitText(String selector, String pattern) {
    Pattern text = Pattern.compile(pattern);
    page.waitForCondition(
        () -> text.matcher(page.locator(selector).innerText()).matches(),
        new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
  }

  /** Waits for a line of more than so many px. */
  void awaitMoreInkThan(int px) {
    awaits("(px) => (" + INK + ")() > px", px);
  }

  /** Px of a line that no longer grows. */
  int settledInk() {
    int[] ink = {-1, ink()};
    page.waitForCondition(
        () -> {
          page.waitForTimeout(5 * BETWEEN_LOOKS_MS);
          ink[0] = ink[1];
          ink[1] = ink();
          return ink[0] == ink[1];
        },
        new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
    return ink[1];
  }

  private int ink() {
    return (Integer) page.evaluate(INK);
  }

  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  private void awaits(String condition, Object argument) {
    Page.WaitForFunctionOptions patient =
        new Page.WaitForFunctionOptions()
            .setTimeout(PATIENCE_MS)
            .setPollingInterval(BETWEEN_LOOKS_MS);
    try {
      page.waitForFunction(condition, argument, patient);
    } catch (TimeoutError e) {
      throw new AssertionError(
          "never %s with %s; the screen showed %s and has %d px of ink; the kiosk said %s"
              .formatted(condition, argument, phases(), ink(), kiosk.words()),
          e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
