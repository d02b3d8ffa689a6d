package silverpoint.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the booth's screen and of the staff page that the documentation shows, from
 * the running kiosk while it draws. {@code scripts/make-pictures} runs it.
 */
@Tag("pictures")
class KioskPicturesTest {
  private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));
  private static final int MOST_BYTES = 200_000;

  /** Waits until so much of the line is drawn that a face can be seen. */
  private static final String NEARLY_DONE =
      "() => Number(/(\\d+)\\s?%/.exec(document.body.innerText)?.[1]) >= 80";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path dir;

  @Test
  void screenAndStaffPageAreTakenFromTheRunningKiosk() throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>(KioskSessionTest.PATIENT);
    settings.put("takeHomeAddress", "\"\"");
    StagedHall hall = new StagedHall(dir.resolve("hall"), new byte[0]);
    try (KioskProcess kiosk =
            new KioskProcess(
                dir.resolve("home"), settings, "--camera", hall.camera(), "--pace", "2");
        VisitorVisit screen = new VisitorVisit(CHROMIUM.browser(), kiosk, 1280, 720);
        StaffVisit staff = StaffVisit.of(CHROMIUM.browser(), kiosk.address("/staff/"))) {
      staff.goOnWithoutPin();
      screen.await("ATTRACT");
      hall.guestComes();
      screen.await("CONSENT");
      screen.touch("Draw me");
      screen.await("REVIEW");
      screen.touch("Draw it");
      screen.await("DRAWING");
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
