package silverpoint.kiosk.takehome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Page;
import silverpoint.route.Leg;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receipt as a printer takes it; {@code -Dreceipts=DIR} keeps pictures of the paper. */
class ReceiptTest {
  private static final String FOLDER = System.getProperty("receipts", "");
  private static final Page TOY = new Page(152, 106, 3, 0.5);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  /** A spiral, so that the line runs in every direction, and a second one behind a hidden way. */
  static final List<Leg> LEGS =
      List.of(
          new Leg.Draw(spiral(55, 50, 30)),
          new Leg.Retrace(Polyline.of(new Point(55, 50), new Point(110, 60))),
          new Leg.Connector(spiral(110, 60, 15)));

  private static Polyline spiral(double x, double y, double radius) {
    List<Point> points = new ArrayList<>();
    for (int i = 600; i >= 0; i--) {
      double angle = i * 2 * Math.PI / 100;
      double r = radius * i / 600;
      points.add(new Point(x + r * Math.cos(angle), y + r * Math.sin(angle)));
    }
    return new Polyline(points);
  }

  private static TakeHomeSettings.Printer printer(int widthDots, String event, boolean cut) {
    return new TakeHomeSettings.Printer(true, "/dev/usb/lp0", widthDots, event, true, cut);
  }

  private static Receipt receipt(String language, Optional<String> link) {
    return new Receipt(
        42, LEGS, TOY.lineWidthMm(), DAY, Locale.forLanguageTag(language), () -> link);
  }

  @ParameterizedTest
  @ValueSource(ints = {384, 576})
  void everythingIsOnThePaper(int widthDots) throws IOException, ReaderException {
    String link = TakeHomeLine.link("http://192.168.4.1:8090/", 42, LEGS, TOY).orElseThrow();
    ReceiptReader read =
        new ReceiptReader(
            receipt("fr", Optional.of(link)).bytes(printer(widthDots, "Fête d’été", true)),
            widthDots);
    if (!FOLDER.isEmpty()) {
      ImageIO.write(read.paper(), "png", new File(FOLDER, "receipt-spiral-" + widthDots + ".png"));
    }
    assertThat(read.lines).containsExactly("Fête d’été", "N° 42", "30 novembre 2026");
    assertThat(read.cut).isTrue();
    assertThat(read.pictures).hasSize(2);
    assertThat(code(read.pictures.getLast())).isEqualTo(link);
    inkIsWhereTheLineIs(read.pictures.getFirst());
  }

  @ParameterizedTest
  @ValueSource(ints = {384, 576})
  void everyPointOfAPortraitIsInked(int widthDots) throws IOException {
    List<Leg> portrait = portrait();
    DotImage image = LineDots.of(portrait, 0.6, widthDots);
    Box extent =
        Box.around(portrait.stream().flatMap(leg -> leg.pathMm().points().stream()).toList());
    double dotsPerMm = widthDots / (extent.width() + 1.2);
    for (Leg leg : portrait) {
      for (Point point : leg.pathMm().points()) {
        int x = (int) ((point.x() - extent.x() + 0.6) * dotsPerMm);
        int y = (int) ((point.y() - extent.y() + 0.6) * dotsPerMm);
        assertThat(image.isBlack(x, y)).as("%s at %d, %d", point, x, y).isTrue();
      }
    }
    if (!FOLDER.isEmpty()) {
      Receipt receipt =
          new Receipt(
              7,
              portrait,
              0.6,
              DAY,
              Locale.ENGLISH,
              () -> TakeHomeLine.link("http://192.168.4.1:8090/", 7, portrait, TOY));
      ReceiptReader read =
          new ReceiptReader(receipt.bytes(printer(widthDots, "Summer fair", true)), widthDots);
      ImageIO.write(read.paper(), "png", new File(FOLDER, "receipt-" + widthDots + ".png"));
    }
  }

  /** The line that the visitor's screen shows while nobody is there, without its way from home. */
  private static List<Leg> portrait() throws IOException {
    try (InputStream sample =
        ReceiptTest.class.getResourceAsStream("/silverpoint/kiosk/web/booth/sample.json")) {
      List<Leg> legs = new ArrayList<>();
      for (JsonNode leg : JsonMapper.shared().readTree(sample).get("legs")) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < leg.get("points").size(); i += 2) {
          points.add(
              new Point(
                  leg.get("points").get(i).asDouble(), leg.get("points").get(i + 1).asDouble()));
        }
        legs.add(new Leg.Draw(new Polyline(points)));
      }
      return legs.subList(1, legs.size());
    }
  }

  private static String code(BufferedImage picture) throws ReaderException {
    int width = picture.getWidth();
    int[] rgb = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(width, picture.getHeight(), rgb))))
        .getText();
  }

  /** As wide as the paper, and the pen as wide in that scale; ink nowhere else. */
  private static void inkIsWhereTheLineIs(BufferedImage picture) {
    double pen = TOY.lineWidthMm();
    List<Leg> seen = LEGS.stream().filter(leg -> !(leg instanceof Leg.Retrace)).toList();
    Box extent = Box.around(seen.stream().flatMap(leg -> leg.pathMm().points().stream()).toList());
    double left = extent.x() - pen;
    double top = extent.y() - pen;
    double dotsPerMm = picture.getWidth() / (extent.width() + 2 * pen);
    int black = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        Point mm = new Point(left + (x + 0.5) / dotsPerMm, top + (y + 0.5) / dotsPerMm);
        double far = seen.stream().mapToDouble(leg -> distance(mm, leg)).min().orElseThrow();
        boolean ink = (picture.getRGB(x, y) & 0xff) == 0;
        black += ink ? 1 : 0;
        double radius = Math.max(pen, 1.5 / dotsPerMm) / 2;
        if (Math.abs(far - radius) > 0.02) {
          assertThat(ink)
              .as("ink at %d, %d, %.3f mm from the line", x, y, far)
              .isEqualTo(far < radius);
        }
      }
    }
    double length = seen.stream().mapToDouble(leg -> leg.pathMm().length()).sum();
    double expected = length * Math.max(pen * dotsPerMm, 1.5) * dotsPerMm;
    assertThat(black / expected).as("black dots").isCloseTo(1, within(0.05));
  }

  private static double distance(Point point, Leg leg) {
    List<Point> points = leg.pathMm().points();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < points.size(); i++) {
      least = Math.min(least, point.distanceToSegment(points.get(i - 1), points.get(i)));
    }
    return least;
  }

  @ParameterizedTest
  @CsvSource({
    "en, No. 42, 'November 30, 2026'",
    "de, Nr. 42, 30. November 2026",
    "es, N.º 42, 30 de noviembre de 2026",
    "ja, No. 42, 2026-11-30"
  })
  void numberAndDayAreWrittenAsTheFirstLanguageDoes(String language, String number, String day) {
    ReceiptReader read =
        new ReceiptReader(receipt(language, Optional.empty()).bytes(printer(384, "", false)), 384);
    assertThat(read.lines).containsExactly(number, day);
    assertThat(read.pictures).as("no code").hasSize(1);
    assertThat(read.cut).isFalse();
    assertThat(read.paper().getHeight() - read.pictures.getFirst().getHeight())
        .as("torn off below the text")
        .isGreaterThan(200);
  }

  @Test
  void aLongEventIsWrappedAtItsWords() {
    ReceiptReader read =
        new ReceiptReader(
            receipt("en", Optional.empty())
                .bytes(
                    printer(384, "Summer party of the Donaudampfschifffahrtsgesellschaft", true)),
            384);
    assertThat(read.lines)
        .startsWith("Summer party of", "the", "Donaudampfschiff", "fahrtsgesellscha", "ft");
  }

  @Test
  void theCodeIsLeftOutWhenTheSettingsSaySo() {
    TakeHomeSettings.Printer without =
        new TakeHomeSettings.Printer(true, "/dev/usb/lp0", 576, "", false, true);
    assertThat(
            new ReceiptReader(receipt("en", Optional.of("http://a/#3")).bytes(without), 576)
                .pictures)
        .hasSize(1);
  }

  @Test
  void aLineThatIsHigherThanWideKeepsToThePaper() {
    List<Leg> high = List.of(new Leg.Draw(Polyline.of(new Point(10, 5), new Point(10, 95))));
    DotImage image = LineDots.of(high, 0.5, 384);
    assertThat(image.heightDots()).isLessThanOrEqualTo(615);
    assertThat(image.isBlack(192, 300)).isTrue();
    assertThat(image.isBlack(180, 300)).isFalse();
    assertThat(LineDots.of(List.of(), 0.5, 384).heightDots()).isEqualTo(1);
  }
}
