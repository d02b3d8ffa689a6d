package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.app.KioskServer;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.web.visitor.ScreenSettings;
import silverpoint.kiosk.web.visitor.VisitorApi;

/** The visitor's screen from the kiosk's first moment on, in headless Chromium. */
class StartingScreenTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path folder;

  @Test
  void aScreenThatIsOpenedWhileTheKioskStartsBecomesTheVisitorsScreenByItself() {
    WebSettings settings = TestKiosk.settings();
    try (StagedKiosk kiosk = new StagedKiosk(true, 0);
        StartingServer starting = StartingServer.open(settings);
        BrowserContext context = CHROMIUM.browser().newContext()) {
      Page page = context.newPage();
      page.navigate("http://localhost:" + starting.port() + "/booth/");
      page.getByText("One moment").waitFor();
      assertThat(page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight"))
          .as("its own style is allowed")
          .isEqualTo("400");
      VisitorApi visitor =
          new VisitorApi(
              kiosk.booth,
              BoothConfig.load(Path.of("kiosk-config")),
              new StillVisitorKiosk(Optional.empty()),
              new ScreenSettings(List.of("en"), false, List.of(), ""),
              Optional::empty,
              24);
      try (KioskServer _ =
          KioskServer.start(
              settings,
              starting,
              new KioskServer.Places(folder, folder),
              BoothClock.system(),
              new Random(5),
              kiosk.booth,
              kiosk,
              kiosk.history,
              () -> StagedKiosk.DIAGNOSIS,
              visitor.more())) {
        page.locator("body[data-phase=DRAWING]").waitFor();
      }
    }
  }
}
