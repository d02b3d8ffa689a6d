package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.web.Chromium;

/** Hands on the visitor's screen do what its buttons say and nothing that a browser offers. */
class TouchedScreenTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** How many pixels of the drawing have ink; 0 while it is not as large as its place. */
  private static final String INK =
      """
      () => {
        const canvas = document.getElementById("line");
        if (canvas.width !== canvas.clientWidth || canvas.width === 0) return 0;
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let ink = 0;
        for (let i = 3; i < data.length; i += 4) ink += data[i] > 0 ? 1 : 0;
        return ink;
      }
      """;

  private BrowserContext context;
  private Page page;
  private CDPSession browser;

  @BeforeEach
  void open() {
    context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800);
    page = StagedVisitorScreen.page(context);
    browser = context.newCDPSession(page);
    tell(Phase.CONSENT);
  }

  @AfterEach
  void close() {
    context.close();
  }

  private void tell(Phase phase) {
    page.evaluate(
        "(state) => window.tell(state)",
        StagedVisitorScreen.state(phase, StagedVisitorScreen.PLAIN));
  }

  @Test
  void twoFingersDoNotMakeItLarger() {
    for (String element : List.of("html", "body")) {
      assertThat(
              page.evaluate(
                  "(name) => getComputedStyle(document.querySelector(name)).touchAction", element))
          .as(element)
          .isEqualTo("none");
    }
    assertThat(
            page.evaluate(
                """
                () => dispatchEvent(
                  new WheelEvent("wheel", { ctrlKey: true, deltaY: -50, cancelable: true }))
                """))
        .as("a touch pad is refused")
        .isEqualTo(false);
  }

  @Test
  void noWordIsSelectedAndNothingIsDragged() {
    page.locator("h1").dblclick();
    page.mouse().move(200, 700);
    page.mouse().down();
    page.mouse().move(1000, 500);
    page.mouse().up();
    assertThat(page.evaluate("() => getSelection().toString()")).isEqualTo("");
  }

  @Test
  void aSwipeDoesNotGoBack() {
    assertThat(
            page.evaluate("() => getComputedStyle(document.documentElement).overscrollBehaviorX"))
        .isEqualTo("none");
  }

  @Test
  void aPointerIsSeenOnlyWhileSomebodyMovesIt() {
    String cursors =
        "() => [...new Set([document.body, ...document.querySelectorAll('button')]"
            + ".map((e) => getComputedStyle(e).cursor))].sort().join(' ')";
    assertThat(page.evaluate(cursors)).isEqualTo("none");
    page.mouse().move(300, 300);
    page.mouse().move(310, 300);
    assertThat(String.valueOf(page.evaluate(cursors))).doesNotContain("none");
    page.waitForFunction("() => getComputedStyle(document.body).cursor === 'none'");
  }

  @Test
  void aScreenThatWasOffComesBackAsItWas() {
    tell(Phase.DRAWING);
    // asked and told at once: between two frames the canvas may get another size
    Object told = page.waitForFunction("() => Math.max(0, (" + INK + ")() - 1000)").jsonValue();
    double before = ((Number) told).doubleValue() + 1000;
    lifecycle("frozen");
    // a computer without its screen has a window of no size
    page.setViewportSize(16, 16);
    lifecycle("active");
    page.setViewportSize(1280, 800);
    page.waitForFunction("(before) => Math.abs((" + INK + ")() - before) < before / 10", before);
    tell(Phase.ERASE);
    page.waitForFunction("() => document.querySelector('h1').textContent.length > 0");
    assertThat(page.evaluate("() => document.querySelector('h1').getBoundingClientRect().width"))
        .satisfies(width -> assertThat(((Number) width).doubleValue()).isGreaterThan(100));
  }

  private void lifecycle(String state) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("state", state);
    browser.send("Page.setWebLifecycleState", arguments);
  }
}
