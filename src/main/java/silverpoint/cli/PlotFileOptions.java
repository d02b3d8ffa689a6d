package silverpoint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import silverpoint.cli.terminal.CannotWrite;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.plotfile.Gcode;
import silverpoint.machine.plotfile.Hpgl;
import silverpoint.machine.plotfile.OutputSettings;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.PenOrder;
import silverpoint.sketch.PlannedLine;

/** The line as files for other machines. */
final class PlotFileOptions {
  @Option(
      names = "--gcode",
      paramLabel = "FILE",
      description =
          "Also write the line as G-code, or the strokes for a pen: 'output' in the machine's profile says how.")
  private @Nullable Path gcode;

  @Option(
      names = "--hpgl",
      paramLabel = "FILE",
      description = "Also write the line as HPGL, or the strokes for a pen.")
  private @Nullable Path hpgl;

  /** Refuses, before the work, files whose folders are not there. */
  void requireFolder() {
    CannotWrite.requireFolder(gcode);
    CannotWrite.requireFolder(hpgl);
  }

  Optional<String> write(MachineProfile profile, PlannedLine line) {
    return write(
        profile,
        () -> line.route().pathMm(),
        () -> line.drawing().strokes().stream().map(Stroke::pathMm).toList());
  }

  /**
   * Writes the files that are wanted.
   *
   * @param lineMm the one continuous line
   * @param strokesMm what of it is wanted, without joins and second passes
   * @return how far a lifted pen goes, in words, where there is one
   */
  Optional<String> write(
      MachineProfile profile, Supplier<Polyline> lineMm, Supplier<List<Polyline>> strokesMm) {
    if (gcode == null && hpgl == null) {
      return Optional.empty();
    }
    OutputSettings output = profile.output();
    Box pageMm = new Box(0, 0, profile.page().widthMm(), profile.page().heightMm());
    if (!output.pen()) {
      write(List.of(lineMm.get()), pageMm, output);
      return Optional.empty();
    }
    Point zeroMm = output.zeroMm(pageMm);
    List<Polyline> strokes = strokesMm.get();
    PenOrder order = PenOrder.of(strokes, zeroMm);
    write(order.strokesMm(), pageMm, output);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "a pen draws %d strokes and goes %.0f mm between them, %.0f mm in the order they came",
            strokes.size(),
            order.travelMm(),
            PenOrder.asGiven(strokes, zeroMm).travelMm()));
  }

  private void write(List<Polyline> linesMm, Box pageMm, OutputSettings output) {
    if (gcode != null) {
      write(gcode, Gcode.of(linesMm, pageMm, output));
    }
    if (hpgl != null) {
      write(hpgl, Hpgl.of(linesMm, pageMm, output));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw CannotWrite.failure(file, e);
    }
  }
}
