package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.takehome.TakeHomeCode;
import silverpoint.kiosk.takehome.TakeHomeLine;
import silverpoint.route.Leg;

/** The page for guests' phones in Chromium: what is saved there is the line, without a network. */
class LinePageTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final silverpoint.picture.stroke.Page TOY =
      new silverpoint.picture.stroke.Page(152, 106, 3, 0.5);
  private static final Pattern SIZE =
      Pattern.compile("viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\" width=\"(\\S+)\" height=\"(\\S+)\"");
  private static final Pattern PLACE = Pattern.compile("[-\\d.]+ [-\\d.]+");
  private static final double EDGE = 16;

  /** A wave and a square, apart from each other. */
  private static final String LINK =
      TakeHomeLine.link(
              Path.of("src/take-home/line.html").toUri().toString(),
              7,
              List.of(
                  new Leg.Draw(polyline(20, 30, 30, 34, 42, 30, 55, 38, 70, 30)),
                  new Leg.Retrace(polyline(70, 30, 90, 60)),
                  new Leg.Draw(polyline(90, 60, 130, 60, 130, 90, 90, 90, 90, 60))),
              TOY)
          .orElseThrow();

  private static final TakeHomeCode CODE = TakeHomeCode.of(LINK.substring(LINK.indexOf('#') + 1));

  @TempDir private Path folder;

  private static Polyline polyline(double... xy) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new Point(xy[i], xy[i + 1]));
    }
    return new Polyline(points);
  }

  @Test
  void svgAndPngAreTheLineInItsSize() throws IOException {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext phone = context()) {
      phone.setOffline(true);
      Page page = phone.newPage();
      page.onPageError(complaints::add);
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate(LINK);
      page.locator("#glass path").first().waitFor();
      svg(saved(page, "#vector", "silverpoint-7.svg"));
      png(saved(page, "#picture", "silverpoint-7.png"));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void aLinkOfTheFormerVersionIsStillRead() throws IOException {
    // 400 x 279 cells, then (52, 79) and (+26, +10), in the code of version 2
    String former = LINK.substring(0, LINK.indexOf('#')) + "#2" + FORMER;
    try (BrowserContext phone = context()) {
      Page page = phone.newPage();
      page.navigate(former);
      page.locator("#glass path").first().waitFor();
      String text = Files.readString(saved(page, "#vector", "silverpoint.svg"));
      assertThat(text).contains("width=\"432\" height=\"311\"").contains("M52 79L78 89");
      page.navigate(LINK.substring(0, LINK.indexOf('#')) + "#4" + FORMER);
      page.reload();
      assertThat(page.locator("#keep").isVisible()).isFalse();
    }
  }

  private static final String FORMER = code(400, 279, 0, 0, 52, 79, 26, 10);

  /** Numbers as every version of the code writes them. */
  private static String code(int... numbers) {
    StringBuilder code = new StringBuilder();
    for (int number : numbers) {
      int left = 2 * number;
      do {
        int digit = left % 21;
        left /= 21;
        code.append(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-./".charAt(digit + (left > 0 ? 21 : 0)));
      } while (left > 0);
    }
    return code.toString();
  }

  private static BrowserContext context() {
    return CHROMIUM
        .browser()
        .newContext(
            new Browser.NewContextOptions().setAcceptDownloads(true).setViewportSize(390, 844));
  }

  private Path saved(Page page, String button, String name) {
    Download download = page.waitForDownload(() -> page.locator(button).click());
    assertThat(download.suggestedFilename()).isEqualTo(name);
    Path file = folder.resolve(name);
    download.saveAs(file);
    return file;
  }

  private static void svg(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher size = SIZE.matcher(text);
    assertThat(size.find()).as(text).isTrue();
    double unitsPerMm = Double.parseDouble(size.group(3)) / mm(size.group(5));
    assertThat(unitsPerMm).isCloseTo(CODE.width() / TOY.widthMm(), within(0.001));
    assertThat(Double.parseDouble(size.group(4)) / mm(size.group(6)))
        .isCloseTo(unitsPerMm, within(0.01));
    List<List<Point>> strokes = new ArrayList<>();
    Matcher path = Pattern.compile("<path d=\"([^\"]*)\"").matcher(text);
    while (path.find()) {
      strokes.add(
          PLACE.matcher(path.group(1)).results().map(place -> point(place.group())).toList());
    }
    assertThat(strokes).hasSize(2);
    for (int i = 0; i < strokes.size(); i++) {
      assertThat(strokes.get(i)).containsAll(CODE.strokes().get(i));
    }
  }

  private static double mm(String length) {
    assertThat(length).endsWith("mm");
    return Double.parseDouble(length.substring(0, length.length() - 2));
  }

  private static Point point(String place) {
    String[] xy = place.split(" ");
    return new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
  }

  private static void png(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2160);
    double scale = image.getWidth() / (CODE.width() + 2 * EDGE);
    assertThat(image.getHeight()).isEqualTo((int) Math.round((CODE.height() + 2 * EDGE) * scale));
    for (int corner : new int[] {0, image.getWidth() - 1}) {
      assertThat(image.getRGB(corner, 0)).as("white up to the edges").isEqualTo(0xffffffff);
      assertThat(image.getRGB(corner, image.getHeight() - 1)).isEqualTo(0xffffffff);
    }
    for (List<Point> stroke : CODE.strokes()) {
      for (Point point : stroke) {
        assertThat(brightness(image, point, scale)).as("ink at %s", point).isLessThan(100);
      }
    }
    // half of the way along the hidden join, and inside of the square
    assertThat(brightness(image, new Point(210, 118), scale)).isEqualTo(255);
    assertThat(brightness(image, new Point(290, 197), scale)).isEqualTo(255);
  }

  private static int brightness(BufferedImage image, Point point, double scale) {
    return image.getRGB(
            (int) Math.round((point.x() + EDGE) * scale),
            (int) Math.round((point.y() + EDGE) * scale))
        & 0xff;
  }
}
