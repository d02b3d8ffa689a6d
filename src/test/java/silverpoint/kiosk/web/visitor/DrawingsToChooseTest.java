package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.web.Chromium;
import silverpoint.kiosk.web.VisitorVisit;

/** A guest chooses among drawings on the screen: by touch, by key, and with the arcade button. */
class DrawingsToChooseTest {
  private static final List<String> STYLES = List.of("shaded", "contour", "minimal");

  /** Of each small drawing, the right and lower border of its ink, shares of its canvas. */
  private static final String REACH =
      """
      () => [...document.querySelectorAll("#offers button:not([hidden]) canvas")].map((canvas) => {
        const { width, height } = canvas;
        if (width === 0 || width !== Math.round(canvas.clientWidth * devicePixelRatio)) return [0, 0];
        const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
        let [right, low] = [0, 0];
        for (let i = 3; i < data.length; i += 4) {
          if (data[i] === 0) continue;
          const at = (i - 3) / 4;
          right = Math.max(right, (at % width) / width);
          low = Math.max(low, Math.floor(at / width) / height);
        }
        return [right, low];
      })
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final List<String> commands = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void open() {
    context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800);
    context.route(
        "**/api/v1/commands/*",
        route -> {
          commands.add(route.request().url().replaceAll(".*/", "") + route.request().postData());
          route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("{}"));
        });
    context.route(
        "**/api/v1/visitor/line/**",
        route -> {
          String path = route.request().url().replaceAll(".*/line/", "");
          lines.add(path);
          route.fulfill(
              new Route.FulfillOptions().setContentType("application/json").setBody(line(path)));
        });
    page = StagedVisitorScreen.page(context);
  }

  @AfterEach
  void close() {
    context.close();
  }

  /** A line from the upper left that ends elsewhere in each style. */
  private static String line(String path) {
    int end = path.endsWith("minimal") ? 30 : path.endsWith("contour") ? 60 : 90;
    return """
    {"pageWidthMm":100,"pageHeightMm":100,"lineWidthMm":1,"durationS":40,"legs":[
      {"kind":0,"part":"EYE","points":[10,10,%d,%d],"timesS":[0,40]}]}
    """
        .formatted(end, end);
  }

  private void tell(Map<String, Object> state) {
    page.evaluate("(state) => window.tell(state)", state);
  }

  private void choosing(int chosen) {
    tell(StagedVisitorScreen.choosing(STYLES, chosen));
    page.locator("#offers button >> nth=" + chosen)
        .and(page.locator("[aria-pressed=true]"))
        .waitFor();
  }

  private void awaitCommands(String... expected) {
    page.waitForCondition(() -> commands.size() >= expected.length);
    assertThat(commands).containsExactly(expected);
  }

  @Test
  void eachSmallDrawingIsItsOwnLineWithItsNameAndTime() {
    choosing(0);
    page.waitForFunction("() => (" + REACH + ")().every(([right]) => right > 0)");
    List<?> reach = (List<?>) page.evaluate(REACH);
    assertThat(reach).hasSize(3);
    List<Double> low =
        reach.stream().map(each -> ((Number) ((List<?>) each).get(1)).doubleValue()).toList();
    assertThat(low.get(0)).isGreaterThan(low.get(1) + 0.1);
    assertThat(low.get(1)).isGreaterThan(low.get(2) + 0.1);
    assertThat(page.locator("#offers button").allInnerTexts())
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .containsExactly("With shade 3 min", "Lines only 2 min", "Face alone 1.5 min");
    assertThat(page.locator("#text").innerText()).contains("Without an answer the large one");
  }

  @Test
  void aTouchShowsADrawingAndTheArcadeButtonTakesTheOneThatIsShown() {
    choosing(0);
    page.locator("#offers button >> nth=2").click();
    awaitCommands("choose-drawing{\"style\":\"minimal\"}");
    choosing(2);
    page.waitForCondition(() -> lines.stream().filter("7/minimal"::equals).count() == 2);
    page.waitForFunction("() => (" + VisitorVisit.INK + ")() > 0");
    page.keyboard().press("Space");
    page.locator(".action >> nth=0").click();
    awaitCommands("choose-drawing{\"style\":\"minimal\"}", "press{}", "accept{}");
  }

  @Test
  void keysGoFromOneDrawingToTheNext() {
    choosing(0);
    page.keyboard().press("ArrowRight");
    awaitCommands("choose-drawing{\"style\":\"contour\"}");
    choosing(1);
    page.keyboard().press("3");
    page.keyboard().press("4");
    awaitCommands("choose-drawing{\"style\":\"contour\"}", "choose-drawing{\"style\":\"minimal\"}");
    choosing(2);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("3");
    awaitCommands(
        "choose-drawing{\"style\":\"contour\"}",
        "choose-drawing{\"style\":\"minimal\"}",
        "choose-drawing{\"style\":\"shaded\"}");
  }

  @Test
  void whoeverGoesFromButtonToButtonByKeyPressesTheOneInFocus() {
    choosing(0);
    page.locator("#offers button >> nth=1").focus();
    page.keyboard().press("Enter");
    awaitCommands("choose-drawing{\"style\":\"contour\"}");
  }

  @Test
  void theLargeDrawingStaysWhileOthersCome() {
    tell(StagedVisitorScreen.state(Phase.REVIEW, StagedVisitorScreen.PLAIN));
    page.waitForCondition(() -> lines.contains("7"));
    assertThat(page.locator("#offers").isVisible()).as("nothing to choose").isFalse();
    choosing(0);
    page.waitForCondition(() -> lines.size() >= 4);
    assertThat(lines).containsExactlyInAnyOrder("7", "7/shaded", "7/contour", "7/minimal");
  }

  @Test
  void nothingOfTheDrawingsStaysWhenTheGuestHasDecided() {
    choosing(1);
    page.waitForFunction("() => (" + REACH + ")().every(([right]) => right > 0)");
    tell(StagedVisitorScreen.state(Phase.FRAMING, StagedVisitorScreen.PLAIN));
    assertThat(page.locator("#offers").isVisible()).isFalse();
    page.keyboard().press("ArrowRight");
    tell(StagedVisitorScreen.choosing(STYLES, 0));
    page.waitForCondition(() -> lines.stream().filter("7/minimal"::equals).count() == 2);
    assertThat(commands).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "800, 480", "390, 844"})
  void whoeverCannotSeeItWellIsServedToo(int width, int height) {
    page.setViewportSize(width, height);
    choosing(1);
    page.waitForFunction("() => (" + REACH + ")().every(([right]) => right > 0)");
    assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(Rule::getId).isEmpty();
  }
}
