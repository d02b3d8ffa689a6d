package silverpoint.kiosk.takehome;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.picture.stroke.Page;
import silverpoint.route.Leg;

class TakeHomeLineTest {
  private static final Page PAGE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic").page();
  private static final long NUMBER = 1234;
  private static final double CELL_MM = PAGE.widthMm() / TakeHomeLine.GRID;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatIsReadIsWhatWasDrawnAndNothingElse(long seed) {
    List<Leg> legs = legs(new Random(seed), 12);
    String code = TakeHomeLine.encode(NUMBER, legs, PAGE).orElseThrow();
    assertThat(code).hasSizeLessThanOrEqualTo(TakeHomeLine.MOST_CHARS).matches(".*[0-9A-K]");
    TakeHomeCode read = TakeHomeCode.of(code);
    assertThat(read.number()).isEqualTo(NUMBER);
    assertThat(read.longSideMm()).isEqualTo(PAGE.widthMm());
    assertThat(read.width()).isEqualTo(TakeHomeLine.GRID);
    List<Point> drawn = new ArrayList<>();
    List<Point> hidden = new ArrayList<>();
    legs.forEach(
        leg -> (leg instanceof Leg.Retrace ? hidden : drawn).addAll(leg.pathMm().points()));
    List<Point> found =
        read.strokes().stream()
            .flatMap(List::stream)
            .map(cell -> new Point(cell.x() * CELL_MM, cell.y() * CELL_MM))
            .toList();
    assertThat(found)
        .allSatisfy(point -> assertThat(nearestMm(point, drawn)).isLessThanOrEqualTo(CELL_MM));
    // however coarse a stroke is in between, it begins where it did
    for (int i = 0; i < legs.size(); i++) {
      boolean begins = i == 0 || legs.get(i - 1) instanceof Leg.Retrace;
      if (begins && !(legs.get(i) instanceof Leg.Retrace)) {
        assertThat(nearestMm(legs.get(i).pathMm().points().getFirst(), found)).isLessThan(CELL_MM);
      }
    }
  }

  @Test
  void aLongLineBecomesCoarserAndAnEndlessOneIsRefused() {
    assertThat(TakeHomeLine.encode(NUMBER, legs(new Random(1), 120), PAGE)).isPresent();
    assertThat(TakeHomeLine.encode(NUMBER, legs(new Random(1), 4_000), PAGE)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void theCodeOnTheScreenIsReadBack(long seed) throws ReaderException {
    String address =
        "https://example.org/a/line.html#"
            + TakeHomeLine.encode(NUMBER, legs(new Random(seed), 90), PAGE).orElseThrow();
    assertThat(address.length()).isGreaterThan(1_000);
    boolean[][] modules = modules(QrCode.svg(address));
    assertThat(modules.length).as("modules a side").isLessThanOrEqualTo(117);
    assertThat(read(modules, 3)).isEqualTo(address);
  }

  private static String read(boolean[][] modules, int scale) throws ReaderException {
    int side = modules.length * scale;
    int[] pixels = new int[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = modules[i / side / scale][i % side / scale] ? 0 : 0xffffff;
    }
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  /** The dark squares of the SVG, row by row. */
  private static boolean[][] modules(String svg) {
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
    assertThat(size.find()).isTrue();
    boolean[][] dark = new boolean[Integer.parseInt(size.group(2))][];
    Arrays.setAll(dark, row -> new boolean[Integer.parseInt(size.group(1))]);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
    while (run.find()) {
      int from = Integer.parseInt(run.group(1));
      Arrays.fill(
          dark[Integer.parseInt(run.group(2))], from, from + Integer.parseInt(run.group(3)), true);
    }
    return dark;
  }

  private static double nearestMm(Point point, List<Point> others) {
    return others.stream().mapToDouble(point::distanceTo).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** Wandering strokes, joined by connectors and retraces. */
  private static List<Leg> legs(Random random, int strokes) {
    List<Leg> legs = new ArrayList<>();
    Point at = new Point(20, 20);
    for (int i = 0; i < strokes; i++) {
      List<Point> points = new ArrayList<>(List.of(at));
      double heading = random.nextDouble() * 2 * Math.PI;
      for (int j = 0; j < 25; j++) {
        heading += random.nextGaussian() * 0.3;
        at =
            new Point(
                bounced(at.x() + Math.cos(heading), PAGE.widthMm()),
                bounced(at.y() + Math.sin(heading), PAGE.heightMm()));
        points.add(at);
      }
      Polyline path = new Polyline(points);
      at = path.points().getLast();
      legs.add(
          switch (i % 3) {
            case 0 -> new Leg.Draw(path);
            case 1 -> new Leg.Connector(path);
            default -> new Leg.Retrace(path);
          });
    }
    return legs;
  }

  private static double bounced(double mm, double most) {
    return mm < 5 ? 10 - mm : mm > most - 5 ? 2 * (most - 5) - mm : mm;
  }
}
