package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may happen to a drawing, in headless Chromium on the kiosk itself: staff press STOP, the
 * program is killed. The visitor's screen stays open all the time. {@code scripts/test-booth} runs
 * it.
 */
@Tag("booth")
class KioskComebackTest {
  private static final String PIN = "271828";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path dir;

  @Test
  void theEngineerEndsAnEmergencyStopAndAKilledKioskComesBackByItself()
      throws IOException, InterruptedException {
    StagedHall hall = new StagedHall(dir.resolve("hall"), new byte[0]);
    Path home = dir.resolve("home");
    try (KioskProcess kiosk =
            new KioskProcess(
                home, KioskSessionTest.PATIENT, "--camera", hall.camera(), "--pace", "2");
        VisitorVisit screen = new VisitorVisit(CHROMIUM.browser(), kiosk, 1280, 800)) {
      kiosk.command(PIN, "staff-pin", "--role", "engineer");
      screen.await("ATTRACT");
      try (StaffVisit staff = StaffVisit.of(CHROMIUM.browser(), kiosk.address("/staff/"))) {
        staff.logIn(PIN);
        hall.guestComes();
        toDrawing(screen);
        staff.page().locator("#stop").click();
        screen.await("FAULT");
        staff.page().locator(".fault:has-text('Emergency stop')").waitFor();
        staff.show("steer");
        staff.touch("reset");
        staff.touch("declare-home");
      }
      // the portrait that was stopped is drawn once more, until the kill
      screen.await("ERASE");
      screen.await("DRAWING");
      hall.guestLeaves();
      kiosk.kill();
      screen.await("WAITING");
      kiosk.startAgain();
      // the simulated toy is a new one, which is blank; nobody has loaded the page anew
      screen.await("ATTRACT");
      hall.guestComes();
      screen.await("CONSENT");
      screen.touch("No, thank you");
      screen.await("ATTRACT");
      assertThat(screen.phases()).doesNotContain("SORRY");
    }
  }

  private static void toDrawing(VisitorVisit screen) {
    screen.await("CONSENT");
    screen.touch("Draw me");
    screen.await("REVIEW");
    screen.touch("Draw it");
    screen.await("DRAWING");
  }
}
