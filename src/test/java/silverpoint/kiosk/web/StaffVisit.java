package silverpoint.kiosk.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import silverpoint.kiosk.access.Role;

/**
 * One person at the staff page.
 *
 * @param complaints errors of scripts, what the content security policy stopped, and requests to
 *     anybody but the kiosk
 */
record StaffVisit(BrowserContext context, Page page, List<String> complaints)
    implements AutoCloseable {
  static final List<String> VIEWS = List.of("now", "steer", "back", "health");

  static StaffVisit of(
      Browser browser, StagedKiosk kiosk, int width, int height, ColorScheme scheme) {
    String address = "http://localhost:" + kiosk.server.loopbackPort() + "/staff/";
    return of(browser, address, width, height, scheme);
  }

  /** At a laptop, with patience: the kiosk takes as long as it takes. */
  static StaffVisit of(Browser browser, String address) {
    StaffVisit visit = of(browser, address, 1280, 800, ColorScheme.LIGHT);
    visit.page.setDefaultTimeout(VisitorVisit.PATIENCE_MS);
    return visit;
  }

  private static StaffVisit of(
      Browser browser, String address, int width, int height, ColorScheme scheme) {
    return of(
        browser,
        address,
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setLocale("en"));
  }

  /** At the kiosk's own screen, which is touched and has no keyboard. */
  static StaffVisit atTouchScreen(Browser browser, StagedKiosk kiosk) {
    return of(
        browser,
        "http://localhost:" + kiosk.server.loopbackPort() + "/staff/",
        new Browser.NewContextOptions()
            .setViewportSize(800, 480)
            .setHasTouch(true)
            .setLocale("en"));
  }

  private static StaffVisit of(Browser browser, String address, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    StaffVisit visit = new StaffVisit(context, context.newPage(), new ArrayList<>());
    visit.begin(address);
    return visit;
  }

  private void begin(String address) {
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("blob:")) {
        complaints.add(request.url());
      }
    });
    page.navigate(address);
  }

  void logIn(Role role) {
    logIn(Objects.requireNonNull(StagedKiosk.PINS.get(role)));
  }

  void logIn(String pin) {
    page.locator("#pin").fill(pin);
    page.keyboard().press("Enter");
    page.locator(".who button").waitFor();
  }

  /** At the kiosk's own screen, before the owner has set a PIN. */
  void goOnWithoutPin() {
    page.locator("button:has-text('Go on without a PIN')").click();
    page.locator(".who button").waitFor();
  }

  void show(String view) {
    page.locator("#tabs a[href='#" + view + "']").click();
  }

  /** Touches a command, as soon as it fits. */
  void touch(String command) {
    page.locator("main [data-command=" + command + "]:not([aria-disabled=true])").click();
  }

  /** Touches a command in a part of the page. */
  void touchIn(String part, String command) {
    page.locator(part + " [data-command=" + command + "]:not([aria-disabled=true])").click();
  }

  /** Answers the question of a command that destroys something. */
  void confirm(String command) {
    page.locator("main [data-confirms=" + command + "]").click();
  }

  /** Has the page speak a language. */
  void speak(String language) {
    page.locator("#language").selectOption(language);
    page.locator("html[lang=" + language + "]").waitFor();
  }

  @Override
  public void close() {
    context.close();
  }
}
