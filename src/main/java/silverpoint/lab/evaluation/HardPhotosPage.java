package silverpoint.lab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import silverpoint.lab.corruption.Corruption;
import silverpoint.lab.report.Html;
import silverpoint.lab.report.TextTable;

/** What became of hard photos: a table by corruption, and a page that shows every one of them. */
public final class HardPhotosPage {
  private HardPhotosPage() {}

  /** One line a corruption: how many were drawn, refused for what, and whether that is right. */
  public static TextTable table(List<HardPhotoRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "made hard",
            "wanted",
            "of",
            "drawn",
            "refused",
            "mesh error",
            "landmark error",
            "ink in the face",
            "right"));
    for (Corruption corruption : Corruption.values()) {
      List<HardPhotoRow> same =
          rows.stream().filter(row -> row.corruption() == corruption).toList();
      if (same.isEmpty()) {
        continue;
      }
      List<HardPhotoRow> drawn = same.stream().filter(HardPhotoRow::drawn).toList();
      lines.add(
          List.of(
              corruption.title(),
              corruption.answer().name().toLowerCase(Locale.ROOT),
              String.valueOf(same.size()),
              String.valueOf(drawn.size()),
              refusals(same),
              median("%.3f", drawn.stream().mapToDouble(HardPhotoRow::meshError).toArray()),
              median("%.3f", drawn.stream().mapToDouble(HardPhotoRow::landmarkError).toArray()),
              median("%.0f mm", drawn.stream().mapToDouble(HardPhotoRow::faceInkMm).toArray()),
              String.valueOf(same.stream().filter(HardPhotoRow::right).count())));
    }
    return new TextTable(lines);
  }

  private static String refusals(List<HardPhotoRow> rows) {
    Map<String, Long> reasons =
        rows.stream()
            .filter(row -> !row.drawn())
            .collect(
                Collectors.groupingBy(
                    row ->
                        row.refusal() == null
                            ? "nobody found"
                            : row.refusal().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    TreeMap::new,
                    Collectors.counting()));
    return reasons.entrySet().stream()
        .map(reason -> reason.getValue() + " " + reason.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String median(String format, double[] values) {
    Arrays.sort(values);
    return values.length == 0 ? "" : String.format(Locale.ROOT, format, values[values.length / 2]);
  }

  public static String of(List<HardPhotoRow> rows) {
    String figures =
        Arrays.stream(Corruption.values())
            .map(corruption -> section(corruption, rows))
            .collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Hard photos</title>
    <style>
    body { font: 15px/1.4 sans-serif; margin: 2em; background: #eee; color: #222 }
    table { border-collapse: collapse; background: #fff } td { padding: .2em .7em; border: 1px solid #ccc }
    tr:first-child { font-weight: bold }
    figure { display: inline-block; margin: 0 1em 1em 0; padding: .5em; background: #fff; max-width: 26em }
    figure img { height: 130px; vertical-align: top } .wrong { outline: 3px solid #d62728 }
    </style></head><body>
    <h1>Hard photos</h1>
    <table>%s</table>
    <p>Errors against the mesh of the good photo, in distances of the eyes, medians of what is drawn. Framed in red: not
    what a kiosk should do.</p>
    %s
    </body></html>
    """
        .formatted(table(rows).html(), figures);
  }

  private static String section(Corruption corruption, List<HardPhotoRow> rows) {
    String figures =
        rows.stream()
            .filter(row -> row.corruption() == corruption)
            .map(HardPhotosPage::figure)
            .collect(Collectors.joining("\n"));
    return figures.isEmpty() ? "" : "<h2>" + corruption.title() + "</h2>\n" + figures;
  }

  private static String figure(HardPhotoRow row) {
    String at = Html.escaped(row.photo()) + "/" + row.corruption().name();
    String drawing =
        row.faceFound() ? "<img loading=\"lazy\" alt=\"\" src=\"%s.png\">".formatted(at) : "";
    return "<figure class=\"%s\"><img loading=\"lazy\" alt=\"\" src=\"%s.jpg\">%s<figcaption>%s: %s</figcaption></figure>"
        .formatted(
            row.right() ? "right" : "wrong",
            at,
            drawing,
            Html.escaped(row.photo()),
            Html.escaped(row.summary()));
  }
}
