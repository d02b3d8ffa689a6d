package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the booth's screen and of the staff page that the documentation shows, from
 * the running kiosk while it draws a demo guest. {@code scripts/make-pictures} runs it.
 */
@Tag("pictures")
class KioskPicturesTest {
  private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));
  private static final int MOST_BYTES = 200_000;

  /** Waits until so much of the line is drawn that a face can be seen. */
  private static final String NEARLY_DONE =
      "() => Number(/(\\d+)\\s?%/.exec(document.body.innerText)?.[1]) >= 80";

  /** Patient with a busy computer; nobody is there to touch anything. */
  private static final Map<String, String> SETTINGS =
      Map.of("captureS", "30", "sketchS", "300", "reviewS", "3", "queuedS", "3");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path dir;

  @Test
  void screenAndStaffPageAreTakenFromTheRunningKiosk() throws IOException, InterruptedException {
    try (KioskProcess kiosk =
            new KioskProcess(dir.resolve("home"), SETTINGS, "--camera", "demo", "--pace", "2");
        VisitorVisit screen = new VisitorVisit(CHROMIUM.browser(), kiosk, 1280, 720);
        StaffVisit staff = StaffVisit.of(CHROMIUM.browser(), kiosk.address("/staff/"))) {
      staff.goOnWithoutPin();
      screen.await("DRAWING");
      staff.page().locator(".preview img").waitFor();
      screen.page().waitForFunction(NEARLY_DONE);
      take(screen.page(), "screen.jpg");
      take(staff.page(), "staff.png");
    }
  }

  private static void take(Page page, String name) throws IOException {
    Path file = Files.createDirectories(FOLDER).resolve(name);
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).as(name + " is small enough for a page").isLessThan(MOST_BYTES);
  }
}
