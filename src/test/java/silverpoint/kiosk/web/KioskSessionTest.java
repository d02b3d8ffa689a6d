package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.takehome.TakeHomeCode;

/**
 * A whole session in headless Chromium: the kiosk itself on a picture and the simulated toy, from
 * attract to erased, by touches; while the drawing rests, the code on the screen is read and its
 * line opened on the page for phones. {@code scripts/test-booth} runs it; {@code -Dscreens=DIR}
 * keeps pictures.
 */
@Tag("booth")
class KioskSessionTest {
  private static final String FOLDER = System.getProperty("screens", "");

  /** What the booth does by itself is brief; what waits for somebody, or for a computer, waits. */
  static final Map<String, String> PATIENT =
      Map.of(
          "consentS", "300",
          "framingS", "300",
          "captureS", "30",
          "sketchS", "300",
          "reviewS", "300",
          "queuedS", "3",
          "doneS", "4",
          "leftS", "60",
          "takeHomeAddress", "\"https://example.org/line.html\"");

  private static final List<int[]> SCREENS =
      List.of(new int[] {1920, 1080}, new int[] {1080, 1920}, new int[] {800, 480});

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path dir;
  private final List<VisitorVisit> screens = new ArrayList<>();

  @Test
  void aGuestIsDrawnAndTakesTheLineHome() throws IOException, InterruptedException {
    StagedHall hall = new StagedHall(dir.resolve("hall"), new byte[0]);
    try (KioskProcess kiosk =
        new KioskProcess(dir.resolve("home"), PATIENT, "--camera", hall.camera())) {
      // the other screens are there for their pictures
      for (int[] size : FOLDER.isEmpty() ? SCREENS.subList(0, 1) : SCREENS) {
        screens.add(new VisitorVisit(CHROMIUM.browser(), kiosk, size[0], size[1]));
      }
      await("ATTRACT");
      try (StaffVisit staff = StaffVisit.of(CHROMIUM.browser(), kiosk.address("/staff/"))) {
        staff.goOnWithoutPin();
        staff.show("steer");
        hall.guestComes();
        session(staff);
        assertThat(staff.complaints()).isEmpty();
      }
      hall.guestLeaves();
      await("ERASE");
      await("ATTRACT");
      assertThat(screens.getFirst().phases())
          .as("phases of the screen; the kiosk said %s", kiosk.words())
          .containsSubsequence(
              "ATTRACT",
              "CONSENT",
              "FRAMING",
              "COUNTDOWN",
              "SKETCHING",
              "REVIEW",
              "QUEUED",
              "DRAWING",
              "PAUSED",
              "DRAWING",
              "DONE",
              "ERASE",
              "ATTRACT")
          .doesNotContain("FAULT", "SORRY");
      assertThat(screens.getFirst().complaints()).as("errors in the console").isEmpty();
    }
  }

  private void session(StaffVisit staff) {
    VisitorVisit screen = screens.getFirst();
    await("CONSENT");
    screen.touch("Draw me");
    await("FRAMING");
    screen.awaitMirror();
    await("COUNTDOWN");
    await("SKETCHING");
    await("REVIEW");
    screen.awaitNoPicture();
    screen.awaitMoreInkThan(2000);
    screen.touch("Draw it");
    await("QUEUED");
    screen.awaitText("#clock-time", "\\d{1,2}:\\d{2}.*");
    await("DRAWING");
    screen.awaitMoreInkThan(0);
    staff.touch("pause");
    await("PAUSED");
    int part = screen.settledInk();
    readTheCode(screen.page());
    staff.touch("resume");
    await("DRAWING");
    screen.awaitMoreInkThan(part);
    await("DONE");
  }

  /** The code that a phone would see, and what its page shows. */
  private void readTheCode(Page page) {
    List<String> link = new ArrayList<>();
    page.waitForCondition(() -> {
      link(page).ifPresent(link::add);
      return !link.isEmpty();
    });
    assertThat(link.getFirst()).startsWith("https://example.org/line.html#");
    String fragment = link.getFirst().substring(link.getFirst().indexOf('#'));
    List<String> complaints = new ArrayList<>();
    Browser.NewPageOptions size = new Browser.NewPageOptions().setViewportSize(390, 844);
    try (Page phone = CHROMIUM.browser().newPage(size.setLocale("de-DE"))) {
      phone.onPageError(complaints::add);
      phone.navigate(Path.of("src/take-home/line.html").toUri() + fragment);
      phone.locator("#glass path").first().waitFor();
      assertThat(phone.locator("#glass path").count())
          .isEqualTo(TakeHomeCode.of(fragment.substring(1)).strokes().size());
      assertThat(phone.locator("#about").innerText()).contains("Linie");
      phone.waitForFunction("() => document.getAnimations().length === 0");
      if (!FOLDER.isEmpty()) {
        phone.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of(FOLDER, "session-phone.png")));
      }
      phone.navigate(Path.of("src/take-home/line.html").toUri() + "#nonsense");
      phone.reload();
      assertThat(phone.locator("#keep").isVisible()).isFalse();
    }
    assertThat(complaints).isEmpty();
  }

  /** What a phone reads that is held to the screen; nothing while the code fades in. */
  private static Optional<String> link(Page page) {
    try {
      BufferedImage code = ImageIO.read(new ByteArrayInputStream(page.locator("#qr").screenshot()));
      int[] rgb = code.getRGB(0, 0, code.getWidth(), code.getHeight(), null, 0, code.getWidth());
      BinaryBitmap seen =
          new BinaryBitmap(
              new HybridBinarizer(new RGBLuminanceSource(code.getWidth(), code.getHeight(), rgb)));
      return Optional.of(new QRCodeReader().decode(seen).getText());
    } catch (ReaderException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a phase of the first screen; takes a picture of every screen a moment later. */
  private void await(String phase) {
    screens.getFirst().await(phase);
    if (!FOLDER.isEmpty()) {
      screens.getFirst().page().waitForTimeout(900);
      for (int i = 0; i < screens.size(); i++) {
        String name = phase.toLowerCase(Locale.ROOT) + "-" + SCREENS.get(i)[0];
        screens.get(i).picture(Path.of(FOLDER, "session-" + name + ".png"));
      }
    }
  }
}
