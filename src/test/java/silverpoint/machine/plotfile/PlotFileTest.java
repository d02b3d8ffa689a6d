package silverpoint.machine.plotfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.plotfile.GcodeSettings.Units;

/** Lines as other machines read them. */
class PlotFileTest {
  private static final Box PAGE = new Box(0, 0, 152, 106);
  private static final Polyline LINE =
      Polyline.of(new Point(3, 103), new Point(10, 103), new Point(10, 50.12345));

  private static GcodeSettings gcode(Units units, int decimals) {
    return new GcodeSettings(
        units, decimals, 60, List.of(), List.of(), List.of("G0 Z5"), List.of("G1 Z0 F600"));
  }

  private static OutputSettings output(boolean pen, Origin origin, GcodeSettings gcode) {
    return new OutputSettings(
        pen, origin, 0, 0, gcode, new HpglSettings(List.of("IN;", "SP1;"), List.of("SP0;")));
  }

  @Test
  void oneLineAsGcode() {
    assertThat(Gcode.of(List.of(LINE), PAGE, output(false, Origin.BOTTOM_LEFT, gcode(Units.MM, 3))))
        .isEqualTo(
            """
            ; Silverpoint: one line
            G21
            G90
            G1 X3.000 Y3.000 F3600.000
            G1 X10.000 Y3.000
            G1 X10.000 Y55.877
            """);
  }

  @Test
  void strokesForAPenAsGcodeInInches() {
    List<Polyline> strokes =
        List.of(
            Polyline.of(new Point(25.4, 80.6), new Point(50.8, 80.6)),
            Polyline.of(new Point(50.8, 80.6), new Point(50.8, 106)),
            Polyline.of(new Point(0, 106), new Point(0, 106)));
    assertThat(Gcode.of(strokes, PAGE, output(true, Origin.BOTTOM_LEFT, gcode(Units.INCH, 3))))
        .isEqualTo(
            """
            ; Silverpoint: strokes for a pen
            G20
            G90
            G0 Z5
            G0 X1.000 Y1.000
            G1 Z0 F600
            G1 X2.000 Y1.000 F141.732
            G1 X2.000 Y0.000
            G0 Z5
            G0 X0.000 Y0.000
            G1 Z0 F600
            G0 Z5
            """);
  }

  @Test
  void headerAndFooterStandAroundTheLine() {
    GcodeSettings settings =
        new GcodeSettings(
            Units.MM, 1, 5, List.of("G92 X3 Y3"), List.of("M84"), List.of(), List.of());
    assertThat(Gcode.of(List.of(LINE), PAGE, output(false, Origin.BOTTOM_LEFT, settings)).lines())
        .startsWith("; Silverpoint: one line", "G21", "G90", "G92 X3 Y3", "G1 X3.0 Y3.0 F300.0")
        .endsWith("M84");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"BOTTOM_LEFT, 13, 2", "TOP_LEFT, 13, 102", "CENTER, -63, -51"})
  void theOriginLiesWhereItIsWanted(Origin origin, double x, double y) {
    OutputSettings output =
        new OutputSettings(
            false, origin, 10, -1, gcode(Units.MM, 3), new HpglSettings(List.of(), List.of()));
    Point zeroMm = output.zeroMm(PAGE);
    assertThat(output.fromPage(PAGE).apply(new Point(3, 103))).isEqualTo(new Point(x, y));
    assertThat(output.fromPage(PAGE).apply(zeroMm)).isEqualTo(new Point(0, 0));
  }

  @Test
  void hpglLiftsThePenBetweenStrokesAndEndsLongInstructions() {
    int last = 2 * Hpgl.POINTS_PER_INSTRUCTION + 2;
    Polyline longLine =
        new Polyline(IntStream.range(0, last).mapToObj(i -> new Point(i, 106)).toList());
    Polyline dot = Polyline.of(new Point(1, 105), new Point(1, 105));
    String text =
        Hpgl.of(List.of(longLine, dot), PAGE, output(true, Origin.BOTTOM_LEFT, gcode(Units.MM, 3)));
    assertThat(text.lines())
        .startsWith("IN;", "SP1;", "PU0,0;")
        .filteredOn(line -> line.startsWith("PD"))
        .hasSize(4)
        .last()
        .isEqualTo("PD40,40;");
    assertThat(text).endsWith("PU40,40;\nPD40,40;\nPU;\nSP0;\n");
    assertThat(HpglReader.read(text)).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-DE", "hi-IN-u-nu-deva"})
  void theLocaleChangesNoNumber(String tag) {
    OutputSettings output = output(true, Origin.CENTER, gcode(Units.INCH, 4));
    String gcode = Gcode.of(List.of(LINE), PAGE, output);
    String hpgl = Hpgl.of(List.of(LINE), PAGE, output);
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(Gcode.of(List.of(LINE), PAGE, output)).isEqualTo(gcode);
      assertThat(Hpgl.of(List.of(LINE), PAGE, output)).isEqualTo(hpgl);
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void randomStrokesAreReadBackWithinTheirDecimals(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Polyline> strokes =
        IntStream.range(0, 40)
            .mapToObj(i ->
                new Polyline(
                    IntStream.range(0, 2 + random.nextInt(80))
                        .mapToObj(
                            k -> new Point(random.nextDouble() * 152, random.nextDouble() * 106))
                        .toList()))
            .toList();
    for (Units units : Units.values()) {
      for (Origin origin : Origin.values()) {
        OutputSettings output = output(true, origin, gcode(units, 4));
        isDrawn(
            GcodeReader.read(Gcode.of(strokes, PAGE, output), true).linesMm(),
            strokes,
            output,
            0.5001e-4 * units.mm);
        isDrawn(HpglReader.read(Hpgl.of(strokes, PAGE, output)), strokes, output, 0.0125001);
      }
    }
  }

  private static void isDrawn(
      List<Polyline> read, List<Polyline> strokes, OutputSettings output, double withinMm) {
    assertThat(read).hasSameSizeAs(strokes);
    for (int i = 0; i < read.size(); i++) {
      List<Point> points = strokes.get(i).transformed(output.fromPage(PAGE)).points();
      assertThat(read.get(i).points()).hasSameSizeAs(points);
      for (int k = 0; k < points.size(); k++) {
        Point off = read.get(i).points().get(k).minus(points.get(k));
        assertThat(Math.max(Math.abs(off.x()), Math.abs(off.y()))).isLessThanOrEqualTo(withinMm);
      }
    }
  }

  @Test
  void whatMachinesCannotReadIsRefused() {
    refused("has an empty line", List.of(" "));
    refused("plain ASCII", List.of("G0 X\u00fc"));
    refused("'G0 G1' has letters", List.of("G0\nG1"));
    refused("longer than the 79 letters", List.of("G".repeat(80)));
    assertThatThrownBy(() -> gcode(Units.INCH, 1))
        .hasMessage("decimals of 1 in INCH are steps of 2.54 mm; give more decimals");
  }

  private static void refused(String why, List<String> lines) {
    assertThatThrownBy(() -> new HpglSettings(List.of(), List.of("A".repeat(201))))
        .hasMessageContaining("footer: ");
    assertThatThrownBy(
            () -> new GcodeSettings(Units.MM, 3, 60, List.of("G17"), lines, List.of(), List.of()))
        .hasMessageStartingWith("footer")
        .hasMessageContaining(why);
  }

  @Test
  void aReaderSeesAWrongLine() {
    OutputSettings output = output(true, Origin.BOTTOM_LEFT, gcode(Units.MM, 3));
    String text = Gcode.of(List.of(LINE), PAGE, output);
    assertThatThrownBy(() -> GcodeReader.read(text.replace("G90\n", ""), true))
        .hasMessageContaining("no machine understands");
    assertThatThrownBy(() -> GcodeReader.read(text.replace("Y3.000", "Y3,000"), true))
        .hasMessageContaining("no machine understands");
    assertThatThrownBy(() -> GcodeReader.read(text.replace("G1 Z0 F600\n", ""), true))
        .hasMessageContaining("no machine understands");
    assertThat(GcodeReader.read(text.replace("X10.000 Y3.000", "X10.001 Y3.000"), true).linesMm())
        .isNotEqualTo(GcodeReader.read(text, true).linesMm());
  }
}
