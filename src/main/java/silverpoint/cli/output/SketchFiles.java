package silverpoint.cli.output;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import silverpoint.cli.terminal.CannotWrite;
import silverpoint.cli.terminal.RecordJson;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.route.Leg;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.preview.ContactSheet;
import silverpoint.sketch.preview.Pictures;
import silverpoint.sketch.preview.Svg;
import silverpoint.sketch.preview.ToyPicture;

/**
 * The files of one drawing. Coordinates in mm to a tenth of a micrometre, so that legs still meet
 * exactly.
 */
public final class SketchFiles {
  public static final String DRAWING = "drawing.png";

  private static final double PREVIEW_PX_PER_MM = 8;
  private static final int CELL_WIDTH_PX = 640;
  private static final int CELL_HEIGHT_PX = 460;

  private record PageEntry(double widthMm, double heightMm) {
    static PageEntry of(Page page) {
      return new PageEntry(page.widthMm(), page.heightMm());
    }
  }

  private record StrokeEntry(
      List<List<Double>> points, String source, double salience, String part) {}

  /** Of a group, {@code faceBoxMm} is the main face; null in line art of no known face. */
  private record StrokesFile(
      String unit,
      PageEntry page,
      DrawReport.@Nullable BoxEntry faceBoxMm,
      List<DrawReport.BoxEntry> faceBoxesMm,
      List<StrokeEntry> strokes) {}

  private record LegEntry(String kind, List<List<Double>> points) {}

  private record RouteEntry(String unit, PageEntry page, List<LegEntry> legs) {}

  private final Path directory;

  private SketchFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the folder and tries it, so that a folder that takes no files is told before the work.
   */
  public static SketchFiles in(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "silverpoint", null));
    } catch (IOException e) {
      throw CannotWrite.failure(directory, e);
    }
    return new SketchFiles(directory);
  }

  public Path directory() {
    return directory;
  }

  /** Everything that a sketch is. */
  public void write(Sketch sketch, Simulation simulation, DrawReport report) {
    BufferedImage toy = write(sketch.line(), simulation, report);
    png("lineart.png", Pictures.lineArt(sketch.lineArt()));
    png("contact.png", contactSheet(sketch, toy));
  }

  /** What comes after the line art; the picture of the toy. */
  public BufferedImage write(PlannedLine line, Simulation simulation, Object report) {
    Page page = line.drawing().page();
    BufferedImage toy = ToyPicture.of(page, simulation.lineMm());
    text("portrait.svg", Svg.of(line.route(), page));
    text("strokes.json", RecordJson.compact(strokes(line.drawing())));
    text("route.json", RecordJson.compact(route(line)));
    text("steps.csv", steps(line.stepPlan()));
    text("report.json", RecordJson.pretty(report) + "\n");
    png(DRAWING, toy);
    return toy;
  }

  /** Photo, crop, mask, line art, strokes, route by kind of leg, drawing. */
  private static BufferedImage contactSheet(Sketch sketch, BufferedImage toy) {
    return ContactSheet.of(
        List.of(
            Pictures.frame(sketch.frame().image(), sketch.portrait(), CELL_WIDTH_PX),
            Pictures.of(sketch.portrait().crop()),
            Pictures.of(sketch.portrait().person()),
            Pictures.lineArt(sketch.lineArt()),
            Pictures.strokes(sketch.drawing(), PREVIEW_PX_PER_MM),
            Pictures.route(sketch.route(), sketch.drawing().page(), PREVIEW_PX_PER_MM),
            toy),
        4,
        CELL_WIDTH_PX,
        CELL_HEIGHT_PX);
  }

  private static StrokesFile strokes(Drawing drawing) {
    List<DrawReport.BoxEntry> faceBoxesMm =
        drawing.faceBoxesMm().stream().map(DrawReport.BoxEntry::of).toList();
    return new StrokesFile(
        "mm",
        PageEntry.of(drawing.page()),
        faceBoxesMm.isEmpty() ? null : faceBoxesMm.getFirst(),
        faceBoxesMm,
        drawing.strokes().stream()
            .map(stroke ->
                new StrokeEntry(
                    points(stroke.pathMm()),
                    stroke.source().name().toLowerCase(Locale.ROOT),
                    DrawReport.rounded(stroke.salience()),
                    stroke.part().name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private static RouteEntry route(PlannedLine line) {
    return new RouteEntry(
        "mm",
        PageEntry.of(line.drawing().page()),
        line.route().legs().stream()
            .map(leg -> new LegEntry(kind(leg), points(leg.pathMm())))
            .toList());
  }

  private static String kind(Leg leg) {
    return switch (leg) {
      case Leg.Draw draw -> "draw";
      case Leg.Connector connector -> "connector";
      case Leg.Retrace retrace -> "retrace";
    };
  }

  private static List<List<Double>> points(Polyline path) {
    return path.points().stream()
        .map(point -> List.of(DrawReport.rounded(point.x()), DrawReport.rounded(point.y())))
        .toList();
  }

  private static String steps(StepPlan plan) {
    StringBuilder csv = new StringBuilder(plan.size() * 24).append("timeNs,xSteps,ySteps\n");
    for (int i = 0; i < plan.size(); i++) {
      csv.append(plan.timeNs(i))
          .append(',')
          .append(plan.xAfter(i + 1))
          .append(',')
          .append(plan.yAfter(i + 1))
          .append('\n');
    }
    return csv.toString();
  }

  private void text(String name, String text) {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void png(String name, BufferedImage picture) {
    bytes(name, ImageFiles.encodePng(picture));
  }

  private void bytes(String name, byte[] bytes) {
    try {
      Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw CannotWrite.failure(directory.resolve(name), e);
    }
  }
}
