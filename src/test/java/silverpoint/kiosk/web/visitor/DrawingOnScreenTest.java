package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.web.Chromium;

/** While the toy draws, the screen does as the toy: a stylus leads the line, two knobs turn. */
class DrawingOnScreenTest {
  /** One stroke of the eyes, drawn, and a long way to the hair, half of which is done. */
  private static final String LINE =
      """
      {"pageWidthMm":100,"pageHeightMm":100,"lineWidthMm":0.5,"durationS":40,"legs":[
        {"kind":0,"part":"EYE","points":[10,50,30,50],"timesS":[0,10]},
        {"kind":1,"part":"","points":[30,50,30,50],"timesS":[10,10]},
        {"kind":0,"part":"HAIR","points":[30,50,70,10],"timesS":[10,40]}]}
      """;

  private static final String STYLUS =
      """
      () => {
        const box = (id) => document.getElementById(id).getBoundingClientRect();
        const [line, tip] = [box("line"), box("stylus")];
        const scale = 0.9 * Math.min(line.width, line.height) / 100;
        const x = (tip.x + tip.width / 2 - line.x - line.width / 2) / scale + 50;
        const y = (tip.y + tip.height / 2 - line.y - line.height / 2) / scale + 50;
        return [x, y];
      }
      """;

  private static final String KNOBS =
      """
      () => ["knob-x", "knob-y"].map((id) =>
        Number(/rotate\\((.*)deg/.exec(document.getElementById(id).style.transform)[1]))
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** A drawing that rests at that share. */
  private static Page page(BrowserContext context, Phase phase, double share) {
    context.route(
        "**/api/v1/visitor/line/*",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(LINE)));
    Page page = StagedVisitorScreen.page(context);
    Map<String, Object> state = StagedVisitorScreen.state(phase, StagedVisitorScreen.PLAIN);
    double doneMs = 1.8e12;
    state.put(
        "drawing",
        Map.of("session", 7, "share", share, "leftS", 40, "doneMs", doneMs, "firstMs", doneMs));
    // the knobs have turned for the sample that was shown before
    page.evaluate(
        "(state) => { document.getElementById('knob-x').style.transform = ''; window.tell(state) }",
        state);
    page.waitForFunction(
        """
        () => {
          const canvas = document.getElementById("line");
          return canvas.width === canvas.clientWidth
              && document.getElementById("knob-x").style.transform;
        }
        """);
    // a canvas that got another size is drawn on in the next frame
    page.evaluate(
        "() => new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d)))");
    return page;
  }

  private static List<Double> numbers(Page page, String question) {
    return ((List<?>) page.evaluate(question))
        .stream().map(number -> ((Number) number).doubleValue()).toList();
  }

  @Test
  void theStylusLeadsAlsoOnALongWayAndTheKnobsTurnAsTheToys() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      Page page = page(context, Phase.PAUSED, 0.625);
      List<Double> tipMm = numbers(page, STYLUS);
      assertThat(tipMm.get(0)).isCloseTo(50, within(0.5));
      assertThat(tipMm.get(1)).isCloseTo(30, within(0.5));
      List<Double> knobs = numbers(page, KNOBS);
      assertThat(knobs.get(0)).as("clockwise leads right").isCloseTo(50 * 360 / 37.1, within(0.1));
      assertThat(knobs.get(1)).as("clockwise leads up").isCloseTo(-30 * 360 / 34.4, within(0.1));
    }
  }

  @Test
  void theCaptionSaysWhatIsDrawn() {
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      page(context, Phase.DRAWING, 0.1).locator("#text:has-text('Now the eyes.')").waitFor();
    }
    try (BrowserContext context = StagedVisitorScreen.context(CHROMIUM.browser(), 1280, 800)) {
      page(context, Phase.DRAWING, 0.5).locator("#text:has-text('Now the hair.')").waitFor();
    }
  }
}
