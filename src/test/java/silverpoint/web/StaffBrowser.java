package silverpoint.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import silverpoint.access.Role;

/** Headless Chromium; a test that needs one is skipped where there is none. */
final class StaffBrowser implements AutoCloseable {
  static final List<String> VIEWS = List.of("now", "steer", "back", "health");

  private final Playwright playwright;
  private final Browser browser;

  private StaffBrowser(Path chromium) {
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

  static StaffBrowser open() {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of(""));
    assumeTrue(
        Files.isExecutable(chromium) && !chromium.toString().isEmpty(),
        "no Chromium here: the staff page is not tested in a browser; apt-get install chromium");
    return new StaffBrowser(chromium);
  }

  Visit visit(StagedKiosk kiosk, int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en"));
    Visit visit = new Visit(context, context.newPage(), new ArrayList<>());
    visit.begin(kiosk);
    return visit;
  }

  @Override
  public void close() {
    playwright.close();
  }

  /**
   * One person's page.
   *
   * @param complaints errors of scripts, what the content security policy stopped, and requests to
   *     anybody but the kiosk
   */
  record Visit(BrowserContext context, Page page, List<String> complaints)
      implements AutoCloseable {
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
}
