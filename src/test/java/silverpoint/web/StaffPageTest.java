package silverpoint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import silverpoint.access.Role;
import silverpoint.booth.MachineState;
import silverpoint.booth.Phase;

/** The staff page in headless Chromium, as staff use it; skipped where there is no Chromium. */
class StaffPageTest {
  private static final List<String> VIEWS = List.of("now", "steer", "back", "health");

  private static Playwright playwright;
  private static Browser browser;

  private StagedKiosk kiosk;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of(""));
    assumeTrue(
        Files.isExecutable(chromium) && !chromium.toString().isEmpty(),
        "no Chromium here: the staff page is not tested in a browser; apt-get install chromium");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void start() {
    kiosk = new StagedKiosk(true, 0);
    visit(360, 740, ColorScheme.LIGHT);
  }

  @AfterEach
  void stop() {
    context.close();
    kiosk.close();
    assertThat(complaints).as("errors in the console, or requests to others").isEmpty();
  }

  @Test
  void operatorPausesAndResumesWithOneTouchEach() {
    logIn(Role.OPERATOR);
    page.locator(".hero [data-command=pause]").click();
    page.locator(".hero [data-command=resume]").waitFor();
    assertThat(kiosk.booth.snapshot().state().machine()).isInstanceOf(MachineState.Paused.class);
    page.locator(".hero [data-command=resume]").click();
    page.locator(".hero [data-command=pause]").waitFor();
    assertThat(kiosk.booth.snapshot().state().machine()).isInstanceOf(MachineState.Drawing.class);
  }

  @Test
  void stopIsOnEveryViewAndStopsAtTheFirstTouch() {
    logIn(Role.VIEWER);
    for (String view : VIEWS) {
      show(view);
      assertThat(page.locator("#stop").isVisible()).as(view).isTrue();
    }
    page.locator("#stop").click();
    show("now");
    page.locator(".fault").waitFor();
    assertThat(kiosk.booth.snapshot().phase()).isEqualTo(Phase.FAULT);
    assertThat(page.locator(".fault").innerText()).contains("nobody is hurt");
  }

  @Test
  void buttonsThatDoNotFitSayWhy() {
    logIn(Role.OPERATOR);
    show("steer");
    Locator resume = page.locator(".command:has([data-command=resume])");
    resume.locator(".why").waitFor();
    assertThat(resume.innerText()).contains("not paused");
    assertThat(resume.locator("button").getAttribute("aria-disabled")).isEqualTo("true");
    Locator calibrate = page.locator(".command:has([data-command=calibrate])");
    assertThat(calibrate.innerText()).contains("engineer");
  }

  @Test
  void everyCommandButtonOfEachRoleIsEitherOffWithAReasonOrTakenByTheServer() {
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR, Role.ENGINEER)) {
      logIn(role);
      show("steer");
      page.locator("[data-command=pause]").waitFor();
      page.waitForFunction(
          "() => [...document.querySelectorAll('.why')].some((e) => e.textContent)");
      int off = page.locator(".command button[aria-disabled=true]").count();
      int reasons =
          (Integer)
              page.evaluate(
                  "() => [...document.querySelectorAll('.command .why')].filter((e) => e.textContent).length");
      assertThat(reasons).as(role + ": reasons").isEqualTo(off);
      assertThat(off > 0).isTrue();
      page.locator(".who button").click();
      page.locator("#pin").waitFor();
    }
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
      context.close();
      visit(360, 740, scheme);
      logIn(Role.ADMIN);
      for (String view : VIEWS) {
        show(view);
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

  private boolean focusIsOn(String command) {
    return command.equals(page.evaluate("() => document.activeElement.dataset.command ?? ''"));
  }

  private void visit(int width, int height, ColorScheme scheme) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en"));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("blob:")) {
        complaints.add(request.url());
      }
    });
    page.navigate("http://localhost:" + kiosk.server.loopbackPort() + "/staff/");
  }

  private void logIn(Role role) {
    page.locator("#pin").fill(StagedKiosk.PINS.get(role));
    page.keyboard().press("Enter");
    page.locator(".who button").waitFor();
  }

  private void show(String view) {
    page.locator("#tabs a[href='#" + view + "']").click();
  }
}
