package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.web.visitor.StagedVisitorScreen.PLAIN;
import static silverpoint.kiosk.web.visitor.StagedVisitorScreen.WITH_CODE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.subject.Hint;
import silverpoint.kiosk.web.Chromium;

/**
 * The visitor's screen in headless Chromium, every state in every language on every kind of screen:
 * nothing leaves the screen, nothing touches what it should not. {@code -Dscreens=DIR} keeps a
 * picture of each in English, or in {@code -Dscreens.language}. Skipped where there is no Chromium.
 */
class VisitorScreenTest {
  /** Phases in which there is a line to take home. */
  private static final List<Phase> WITH_LINE =
      List.of(Phase.QUEUED, Phase.DRAWING, Phase.PAUSING, Phase.PAUSED, Phase.DONE, Phase.PARKING);

  /** Phases of whoever has the screen while another one's portrait gets finished. */
  private static final List<Phase> OF_A_GUEST =
      List.of(Phase.values()).subList(Phase.CONSENT.ordinal(), Phase.DRAWING.ordinal());

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
        const over = all("#clock, #home, #queue, #picto, #count, #keep, #offers");
        const below = all("h1, p, .action, .timer, .knob").filter((e) => e.textContent || e.tagName !== "P");
        for (const e of [...below, ...all(".languages button, .name, #ready")])
          if (!inside(box(e), screen)) wrong.push(name(e) + " leaves the screen");
        for (const e of [...below, ...all("#ready")]) if (meets(box(e), box(glass))) wrong.push(name(e) + " touches the glass");
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
        for (const e of all(".offers button"))
          if (!inside(box(e), box(glass)) || box(e).height < 40) wrong.push(e.textContent + " is no button to touch");
        const beside = [...all("#ready, .name, .languages, .words, .action")];
        beside.forEach((a, i) => beside.slice(i + 1).forEach((b) => {
          if (meets(box(a), box(b))) wrong.push(name(a) + " touches " + name(b));
        }));
        for (const text of all("h1, p, .clock b, .clock span, figcaption, li, .action > span:last-child, #keep-label, #ready span, .offers b, .offers span > span")) {
          const range = document.createRange();
          range.selectNodeContents(text);
          const [words, frame] = [range.getBoundingClientRect(), text.closest("#ready, #keep, .offers button, .action, .clock, .home, li, .foot")];
          if (words.width > 0 && !inside(words, box(frame))) wrong.push(name(text) + " is cut off");
        }
        for (const code of all("#qr"))
          if (Math.min(box(code).width, box(code).height) < 200) wrong.push("the code is too small: " + box(code).height);
        return wrong;
      }
      """;

  /**
   * Tells a state and looks until all is well: a code must come, a busy computer may still draw.
   */
  private static final String LOOK =
      """
      async (state) => {
        window.tell(state);
        let wrong = [];
        for (let looks = 0; looks < 100; looks++) {
          await new Promise(requestAnimationFrame);
          await new Promise((after) => setTimeout(after));
          wrong = (%s)();
          if (wrong.length === 0) break;
        }
        return wrong;
      }
      """
          .formatted(RULES);

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** A kind of screen. */
  private enum Screen {
    HD(1920, 1080),
    UPRIGHT(1080, 1920),
    SEVEN_INCH(800, 480),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void inEveryStateAndLanguageNothingTouchesWhatItShouldNotAndNoTextIsCutOff(Screen screen) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext context =
        StagedVisitorScreen.context(CHROMIUM.browser(), screen.width, screen.height)) {
      Page page = StagedVisitorScreen.page(context);
      page.evaluate(
          "(state) => window.tell(state)", StagedVisitorScreen.state(Phase.ATTRACT, PLAIN));
      for (String language : ScreenSettings.KNOWN_LANGUAGES) {
        choose(page, language);
        states()
            .forEach((name, state) -> {
              for (Object fault : (List<?>) page.evaluate(LOOK, state)) {
                faults.add("%s, %s: %s".formatted(language, name, fault));
              }
              picture(page, language, "%s-%s".formatted(screen, name).toLowerCase(Locale.ROOT));
            });
      }
    }
    assertThat(faults).isEmpty();
  }

  /** What a kiosk may say, by a name for each. */
  private static Map<String, Map<String, Object>> states() {
    Map<String, Map<String, Object>> states = new LinkedHashMap<>();
    for (Hint hint : Hint.values()) {
      states.put("FRAMING-" + hint, StagedVisitorScreen.framing(hint.name()));
    }
    for (int[] size : List.of(new int[] {1280, 720}, new int[] {720, 1280}, new int[] {480, 640})) {
      states.put(
          "FRAMING-" + size[0] + "x" + size[1],
          StagedVisitorScreen.framing("COME_CLOSER", size[0], size[1]));
    }
    for (Phase phase : Phase.values()) {
      states.put(phase.name(), StagedVisitorScreen.state(phase, PLAIN));
    }
    for (Phase phase : WITH_LINE) {
      states.put(phase + "-code", StagedVisitorScreen.state(phase, WITH_CODE));
    }
    for (Phase phase : OF_A_GUEST) {
      Map<String, Object> state =
          StagedVisitorScreen.state(phase, phase == Phase.QUEUED ? WITH_CODE : PLAIN);
      state.put("ready", Map.of("session", 106, "shake", true));
      states.put(phase + "-ready", state);
    }
    for (List<String> styles :
        List.of(List.of("shaded", "contour", "minimal"), List.of("bold", "minimal"))) {
      Map<String, Object> state = StagedVisitorScreen.choosing(styles, 1);
      states.put("REVIEW-choice-" + styles.size(), state);
      Map<String, Object> ready = new HashMap<>(state);
      ready.put("ready", Map.of("session", 106, "shake", true));
      states.put("REVIEW-choice-" + styles.size() + "-ready", ready);
    }
    for (VisitorState.Apology why : VisitorState.Apology.values()) {
      Map<String, Object> state = StagedVisitorScreen.state(Phase.SORRY, PLAIN);
      state.put("sorry", why.name());
      states.put("SORRY-" + why, state);
    }
    return states;
  }

  @Test
  void theRulesNoticeAClockOnTheLineAButtonOutsideAndATitleThatIsCutOff() {
    try (BrowserContext context =
        StagedVisitorScreen.context(CHROMIUM.browser(), Screen.HD.width, Screen.HD.height)) {
      Page page = StagedVisitorScreen.page(context);
      page.evaluate(
          "(state) => window.tell(state)", StagedVisitorScreen.state(Phase.DRAWING, PLAIN));
      page.addStyleTag(
          new Page.AddStyleTagOptions()
              .setContent(
                  ".side { right: 30% !important } .actions { transform: translateY(90px) }"));
      page.evaluate("() => (document.getElementById('title').textContent = 'W'.repeat(60))");
      assertThat((List<?>) page.evaluate(RULES))
          .map(String::valueOf)
          .contains(
              "clock touches the line", "button.action leaves the screen", "title is cut off");
    }
  }

  private static void choose(Page page, String language) {
    page.locator(".languages button[lang=" + language + "]").click();
    page.locator("html[lang=" + language + "]").waitFor();
  }

  private static void picture(Page page, String language, String name) {
    String folder = System.getProperty("screens", "");
    if (!folder.isEmpty() && language.equals(System.getProperty("screens.language", "en"))) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name + ".png")));
    }
  }
}
