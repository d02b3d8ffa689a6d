package silverpoint.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import silverpoint.access.Role;

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
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en"));
    StaffVisit visit = new StaffVisit(context, context.newPage(), new ArrayList<>());
    visit.begin(kiosk);
    return visit;
  }

  private void begin(StagedKiosk kiosk) {
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
    page.navigate("http://localhost:" + kiosk.server.loopbackPort() + "/staff/");
  }

  void logIn(Role role) {
    page.locator("#pin").fill(StagedKiosk.PINS.get(role));
    page.keyboard().press("Enter");
    page.locator(".who button").waitFor();
  }

  void show(String view) {
    page.locator("#tabs a[href='#" + view + "']").click();
  }

  @Override
  public void close() {
    context.close();
  }
}
