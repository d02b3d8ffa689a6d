package silverpoint.web;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole session in headless Chromium: the kiosk itself on the demo camera and the simulated toy,
 * from attract to done and back, by clicks; the code on the screen is read and its line opened on
 * the page for phones. {@code scripts/test-booth} runs it; {@code -Dscreens=DIR} keeps pictures.
 */
@EnabledIfSystemProperty(named = "booth.session", matches = "true")
class KioskSessionTest {
  private static final double PATIENCE_MS = 240_000;
  private static final String FOLDER = System.getProperty("screens", "");

  private static final Map<String, String> BRIEF =
      Map.of(
          "handsFreeConsentS", "20",
          "countdownS", "3",
          "reviewS", "30",
          "queuedS", "3",
          "doneS", "4",
          "leftS", "60",
          "takeHomeAddress", "\"https://example.org/line.html\"");

  private static final List<int[]> SCREENS =
      List.of(new int[] {1920, 1080}, new int[] {1080, 1920}, new int[] {800, 480});

  private static final String INK =
      """
      () => {
        const canvas = document.getElementById("line");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let ink = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i] > 60) ink++;
        return ink;
      }
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path dir;
  private final List<String> complaints = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();

  /** Phases of the first screen that were waited for. */
  private int come;

  @Test
  void aGuestIsDrawnAndTakesTheLineHome() throws IOException, ReaderException {
    try (KioskProcess kiosk = new KioskProcess(dir, BRIEF, "--pace", "8")) {
      // the other screens are there for their pictures
      for (int[] size : FOLDER.isEmpty() ? SCREENS.subList(0, 1) : SCREENS) {
        open(CHROMIUM.browser(), kiosk, size);
      }
      Page page = pages.getFirst();
      session(page);
      readTheCode(CHROMIUM.browser(), page);
      await("ERASE");
      await("ATTRACT");
      assertThat(phases(page))
          .containsSubsequence(
              "ATTRACT",
              "CONSENT",
              "FRAMING",
              "COUNTDOWN",
              "SKETCHING",
              "REVIEW",
              "QUEUED",
              "DRAWING",
              "DONE",
              "ERASE",
              "ATTRACT")
          .doesNotContain("FAULT", "SORRY");
    }
    assertThat(complaints).as("errors in the console, or requests to others").isEmpty();
  }

  private void session(Page page) {
    await("ATTRACT");
    await("CONSENT");
    page.locator("#actions .action").first().click();
    await("FRAMING");
    page.waitForFunction("() => document.getElementById('picture').width > 0");
    await("COUNTDOWN");
    await("SKETCHING");
    await("REVIEW");
    page.waitForFunction(
        "() => document.body.dataset.phase === 'REVIEW' && (" + INK + ")() > 2000");
    page.waitForFunction("() => document.getElementById('picture').width === 0");
    page.locator("#actions .action").first().click();
    await("QUEUED");
    assertThat(page.locator("#clock-time").innerText()).matches("\\d{1,2}:\\d{2}.*");
    await("DRAWING");
    assertThat(grows(page)).as("the line grows").isTrue();
    await("DONE");
  }

  /** Whether the line grows while it is drawn; the sketch may stay on the glass for a moment. */
  private static boolean grows(Page page) {
    int least = Integer.MAX_VALUE;
    while ("DRAWING".equals(page.evaluate("document.body.dataset.phase"))) {
      int ink = (Integer) page.evaluate(INK);
      if (ink > least) {
        return true;
      }
      least = Math.min(least, ink);
      page.waitForTimeout(300);
    }
    return false;
  }

  /** The code that a phone would see, and what its page shows. */
  private void readTheCode(Browser browser, Page page) throws IOException, ReaderException {
    String link = link(page);
    assertThat(link).startsWith("https://example.org/line.html#");
    String fragment = link.substring(link.indexOf('#'));
    Page phone =
        browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844).setLocale("de-DE"));
    watch(phone);
    phone.navigate(Path.of("src/take-home/line.html").toUri() + fragment);
    phone.locator("#glass path").first().waitFor();
    assertThat(phone.locator("#glass path").count())
        .isEqualTo(TakeHomeCode.of(fragment.substring(1)).strokes().size());
    assertThat(phone.locator("#about").innerText()).contains("Linie");
    phone.waitForTimeout(7_000);
    picture(phone, "phone");
    phone.navigate(Path.of("src/take-home/line.html").toUri() + "#nonsense");
    phone.reload();
    assertThat(phone.locator("#keep").isVisible()).isFalse();
    phone.close();
  }

  /** What a phone reads that is held to the screen for a few seconds: the code may just fade in. */
  private static String link(Page page) throws IOException, ReaderException {
    page.locator("#qr").waitFor();
    for (int tries = 1; ; tries++) {
      BufferedImage code = ImageIO.read(new ByteArrayInputStream(page.locator("#qr").screenshot()));
      int[] rgb = code.getRGB(0, 0, code.getWidth(), code.getHeight(), null, 0, code.getWidth());
      BinaryBitmap seen =
          new BinaryBitmap(
              new HybridBinarizer(new RGBLuminanceSource(code.getWidth(), code.getHeight(), rgb)));
      try {
        return new QRCodeReader().decode(seen).getText();
      } catch (ReaderException e) {
        if (tries == 10) {
          throw e;
        }
        page.waitForTimeout(300);
      }
    }
  }

  private void open(Browser browser, KioskProcess kiosk, int[] size) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions().setViewportSize(size[0], size[1]).setLocale("en-GB"));
    watch(page);
    page.setDefaultTimeout(PATIENCE_MS);
    page.addInitScript(
        """
        window.phases = [];
        addEventListener("DOMContentLoaded", () =>
          new MutationObserver(() => {
            const phase = document.body.dataset.phase;
            if (phase !== window.phases.at(-1)) window.phases.push(phase);
          }).observe(document.body, { attributeFilter: ["data-phase"] }));
        """);
    page.navigate(kiosk.address("/booth/"));
    pages.add(page);
  }

  private void watch(Page page) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  /**
   * Waits until the screen has come to a phase after the one that was waited for before; takes a
   * picture of every screen a moment later.
   */
  private void await(String phase) {
    Page first = pages.getFirst();
    first.waitForFunction(
        "([phase, from]) => window.phases.indexOf(phase, from) >= 0",
        List.of(phase, come),
        new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MS));
    come =
        (Integer)
                first.evaluate(
                    "([phase, from]) => window.phases.indexOf(phase, from)", List.of(phase, come))
            + 1;
    if (!FOLDER.isEmpty()) {
      first.waitForTimeout(900);
      for (int i = 0; i < pages.size(); i++) {
        picture(pages.get(i), phase.toLowerCase(java.util.Locale.ROOT) + "-" + SCREENS.get(i)[0]);
      }
    }
  }

  private static List<String> phases(Page page) {
    return ((List<?>) page.evaluate("() => window.phases")).stream().map(String::valueOf).toList();
  }

  private static void picture(Page page, String name) {
    if (!FOLDER.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(FOLDER, "session-" + name + ".png")));
    }
  }
}
