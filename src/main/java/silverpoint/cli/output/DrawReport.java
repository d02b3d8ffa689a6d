package silverpoint.cli.output;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.inference.MeteredModel;
import silverpoint.kiosk.app.ProgramVersion;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.face.Face;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.Stage;

/**
 * What {@code draw} measured; {@code report.json}. Lengths in mm, origin of the page top left, y
 * down.
 *
 * @param photo size of the upright photo
 * @param faces all faces, boxes in px of the upright photo
 * @param photoToPageMm a, b, c, d, e, f with xMm = a x + c y + e, yMm = b x + d y + f for a point
 *     of the upright photo
 * @param models the models that ran, with their time in this run
 * @param stagesMs time of every stage
 * @param line what was measured on the line
 */
public record DrawReport(
    String version,
    PhotoSize photo,
    List<FaceEntry> faces,
    List<Double> photoToPageMm,
    List<ModelEntry> models,
    Map<String, Double> stagesMs,
    @JsonUnwrapped LineReport line) {

  record PhotoSize(int widthPx, int heightPx) {}

  record BoxEntry(double x, double y, double w, double h) {
    public static BoxEntry of(Box box) {
      return new BoxEntry(
          rounded(box.x()), rounded(box.y()), rounded(box.width()), rounded(box.height()));
    }
  }

  record FaceEntry(double score, BoxEntry boxPx) {}

  record ModelEntry(String name, String sha256, String device, double ms) {}

  public static DrawReport of(Sketch sketch, Simulation simulation, List<MeteredModel> models) {
    double scale = sketch.frame().scale();
    Affine photoToPage =
        Affine.scaling(1 / scale)
            .then(sketch.portrait().pictureToCrop())
            .then(sketch.drawing().cropToPage());
    return new DrawReport(
        ProgramVersion.number(),
        new PhotoSize(
            (int) Math.round(sketch.frame().image().width() * scale),
            (int) Math.round(sketch.frame().image().height() * scale)),
        sketch.faces().stream().map(face -> entry(face, scale)).toList(),
        List.of(
            photoToPage.a(),
            photoToPage.b(),
            photoToPage.c(),
            photoToPage.d(),
            photoToPage.e(),
            photoToPage.f()),
        models.stream().map(DrawReport::entry).toList(),
        stagesMs(sketch.stageNs()),
        LineReport.of(sketch.line(), simulation));
  }

  static Map<String, Double> stagesMs(Map<Stage, Long> stageNs) {
    Map<String, Double> stagesMs = new LinkedHashMap<>();
    stageNs.forEach(
        (stage, ns) -> stagesMs.put(stage.name().toLowerCase(Locale.ROOT), rounded(ns / 1e6)));
    stagesMs.put("total", rounded(stageNs.values().stream().mapToLong(ns -> ns).sum() / 1e6));
    return stagesMs;
  }

  private static FaceEntry entry(Face face, double scale) {
    Box box = face.boxPx();
    return new FaceEntry(
        rounded(face.score()),
        BoxEntry.of(
            new Box(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)));
  }

  private static ModelEntry entry(MeteredModel model) {
    return new ModelEntry(
        model.card().name(),
        model.card().sha256(),
        model.device(),
        rounded(model.elapsedNs() / 1e6));
  }

  static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
