package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Phase;

/** The staff page in headless Chromium, as staff use it; skipped where there is no Chromium. */
class StaffPageTest {
  private static final String PLANTED =
      "<img data-planted src=x onerror='window.planted=1'><script>window.planted=1</script>";

  /** Names the elements that reach beyond the page when it scrolls sideways. */
  private static final String TOO_WIDE =
      """
      () => document.documentElement.scrollWidth <= innerWidth
        ? ""
        : [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
            .map((e) => e.tagName + "." + e.className)
            .join(" ")
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private StagedKiosk kiosk;
  private StaffVisit visit;
  private Page page;

  @BeforeEach
  void start() {
    kiosk = new StagedKiosk(true, 0);
    visit(360, 740, ColorScheme.LIGHT);
  }

  @AfterEach
  void stop() {
    List<String> complaints = visit.complaints();
    visit.close();
    kiosk.close();
    assertThat(complaints).isEmpty();
  }

  private void visit(int width, int height, ColorScheme scheme) {
    visit = StaffVisit.of(CHROMIUM.browser(), kiosk, width, height, scheme);
    page = visit.page();
  }

  @Test
  void operatorPausesAndResumesWithOneTouchEach() {
    visit.logIn(Role.OPERATOR);
    page.locator(".hero [data-command=pause]").click();
    page.locator(".hero [data-command=resume]").waitFor();
    assertThat(kiosk.booth.snapshot().state().machine()).isInstanceOf(MachineState.Paused.class);
    page.locator(".hero [data-command=resume]").click();
    page.locator(".hero [data-command=pause]").waitFor();
    assertThat(kiosk.booth.snapshot().state().machine()).isInstanceOf(MachineState.Drawing.class);
  }

  @Test
  void stopIsOnEveryViewAndStopsAtTheFirstTouch() {
    visit.logIn(Role.VIEWER);
    for (String view : StaffVisit.VIEWS) {
      visit.show(view);
      assertThat(page.locator("#stop").isVisible()).as(view).isTrue();
    }
    page.locator("#stop").click();
    visit.show("now");
    page.locator(".fault").waitFor();
    assertThat(kiosk.booth.snapshot().phase()).isEqualTo(Phase.FAULT);
    assertThat(page.locator(".fault").innerText()).contains("nobody is hurt");
  }

  @Test
  void aBoothThatIsStuckIsNotLiveAndAStopSaysThatTheMotorsAreOff() throws InterruptedException {
    visit.logIn(Role.OPERATOR);
    page.locator("#link.live").waitFor();
    try (StuckLoop _ = new StuckLoop(kiosk.booth)) {
      page.locator("#stop").click();
      page.locator("#said", new Page.LocatorOptions().setHasText("motors are off, but")).waitFor();
      page.locator("#link.lost").waitFor();
    }
    page.locator("#link.live").waitFor();
  }

  @Test
  void aStopThatDoesNotArriveIsSaidAndSentAgain() {
    visit.logIn(Role.OPERATOR);
    AtomicInteger tries = new AtomicInteger();
    page.route(
        "**/commands/emergency-stop",
        route -> {
          // the first one is lost on its way
          if (tries.incrementAndGet() > 1) {
            route.resume();
          }
        });
    page.locator("#stop").click();
    page.locator("#said", new Page.LocatorOptions().setHasText("sent again")).waitFor();
    page.locator(".fault").waitFor();
    assertThat(tries).hasValue(2);
  }

  @Test
  void buttonsThatDoNotFitSayWhy() {
    visit.logIn(Role.OPERATOR);
    visit.show("steer");
    Locator resume = page.locator(".command:has([data-command=resume])");
    resume.locator(".why").waitFor();
    assertThat(resume.innerText()).contains("not paused");
    assertThat(resume.locator("button").getAttribute("aria-disabled")).isEqualTo("true");
    Locator calibrate = page.locator(".command:has([data-command=calibrate])");
    assertThat(calibrate.innerText()).contains("engineer");
  }

  @Test
  void anEngineerHasTheComputerLookedAtAndReadsTheCures() {
    visit.logIn(Role.ENGINEER);
    visit.show("health");
    page.getByText("Look", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("[data-verdict=BROKEN]").waitFor();
    assertThat(page.locator("[data-verdict=BROKEN]").innerText().lines())
        .containsExactly("broken:", "camera: no webcam is plugged in", "plug one in");
    assertThat(page.locator("[data-verdict=WARNING]").innerText()).contains("make room");
    assertThat(page.locator("[data-verdict=FINE]").innerText()).contains("Java 25");
  }

  @Test
  void keyboardAloneSuffices() {
    page.locator("#pin").waitFor();
    page.keyboard().type(StagedKiosk.PINS.get(Role.OPERATOR));
    page.keyboard().press("Enter");
    page.locator(".hero").waitFor();
    page.locator(".hero [data-command=pause]").waitFor();
    for (int i = 0; i < 40 && !focusIsOn("pause"); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(focusIsOn("pause")).isTrue();
    page.keyboard().press("Enter");
    page.locator(".hero [data-command=resume]").waitFor();
  }

  @Test
  void everyViewIsAccessibleAndFitsAPhone() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      visit.close();
      visit(360, 740, scheme);
      visit.logIn(Role.ADMIN);
      for (String view : StaffVisit.VIEWS) {
        visit.show(view);
        page.waitForTimeout(400);
        assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(v -> v.getId()))
            .as(view + " " + scheme)
            .isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
            .as(view + " is no wider than the phone")
            .isEqualTo(0);
      }
    }
  }

  @Test
  void everyLanguageFitsAPhoneAndTwiceTheSize() {
    visit.logIn(Role.ADMIN);
    // a laptop's page at 200 % is as wide as 640 px
    for (int width : new int[] {360, 640}) {
      page.setViewportSize(width, 360);
      for (String language : List.of("en", "de", "fr", "es", "ja")) {
        page.locator("#language").selectOption(language);
        page.locator("html[lang=" + language + "]").waitFor();
        for (String view : StaffVisit.VIEWS) {
          visit.show(view);
          page.waitForTimeout(100);
          assertThat(page.evaluate(TOO_WIDE)).as(language + " " + view + " " + width).isEqualTo("");
        }
      }
    }
  }

  @Test
  void namesFromOutsideAreTextAndNeverMarkup() {
    kiosk.planted = PLANTED;
    kiosk.booth.tell(new BoothEvent.Failing(FaultKind.CAMERA, PLANTED));
    LoggerFactory.getLogger("silverpoint.test").info("seen: {}", PLANTED);
    visit.logIn(Role.ADMIN);
    for (String view : StaffVisit.VIEWS) {
      visit.show(view);
      page.locator("main")
          .getByText("<img")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      page.waitForTimeout(200);
      assertThat(page.evaluate("() => document.querySelectorAll('[data-planted]').length"))
          .as("T6: " + view)
          .isEqualTo(0);
      assertThat(page.evaluate("() => 'planted' in window")).isEqualTo(false);
    }
  }

  private boolean focusIsOn(String command) {
    return command.equals(page.evaluate("() => document.activeElement.dataset.command ?? ''"));
  }
}
