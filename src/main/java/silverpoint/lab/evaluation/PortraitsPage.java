package silverpoint.lab.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import silverpoint.foundation.statistics.Distribution;
import silverpoint.lab.report.Html;

/**
 * The contact sheet of a measured folder as one page: medians, then all portraits, the worst
 * likeness first.
 */
public final class PortraitsPage {
  private static final int WORST = 5;

  private PortraitsPage() {}

  public static String of(List<PortraitRow> rows, Fairness fairness, String style, String machine) {
    String portraits =
        rows.stream()
            .sorted(Comparator.comparingDouble(PortraitsPage::badness).reversed())
            .map(PortraitsPage::figure)
            .collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Portraits</title>
    <style>
    body { font: 15px/1.4 sans-serif; margin: 2em; background: #eee; color: #222 }
    figure { display: inline-block; margin: 0 1em 1em 0; padding: .5em; background: #fff }
    figure img { height: 240px; vertical-align: top }
    figcaption { max-width: 60em }
    table { border-collapse: collapse; background: #fff } td { padding: .2em .7em; border: 1px solid #ccc }
    </style></head><body>
    <h1>Portraits: %s on %s</h1>
    <p>%s.</p>
    <p>%s.</p>
    <h2>By group</h2>
    <p>%s.</p>
    <table>%s</table>
    <h2>The worst five of each measure</h2>
    <table>%s</table>
    <h2>All, the worst likeness first</h2>
    %s
    </body></html>
    """
        .formatted(
            Html.escaped(style),
            Html.escaped(machine),
            Html.escaped(medians(rows)),
            Html.escaped(framing(rows)),
            Html.escaped(fairness.verdict()),
            fairness.table().html(),
            worst(rows),
            portraits);
  }

  /** One line: how many, and the medians over the drawn ones. */
  public static String medians(List<PortraitRow> rows) {
    List<PortraitScore> scores =
        rows.stream().map(PortraitRow::score).filter(Objects::nonNull).toList();
    if (scores.isEmpty()) {
      return "0 of " + rows.size() + " drawn";
    }
    return String.format(
        Locale.ROOT,
        "%d of %d drawn; found from afar %d; medians: landmark error %.3f, ink %.0f mm, %.0f pieces, %.0f short strokes,"
            + " %.1f mm outside the person, %.0f %% drawn twice and %.0f %% of that dark, %.0f s to draw",
        scores.size(),
        rows.size(),
        scores.stream().filter(PortraitScore::foundFromAfar).count(),
        median(scores, PortraitScore::landmarkError),
        median(scores, PortraitScore::inkMm),
        median(scores, PortraitScore::components),
        median(scores, PortraitScore::shortStrokes),
        median(scores, PortraitScore::outsideMm),
        100 * median(scores, PortraitScore::retraced),
        100 * median(scores, PortraitScore::retracedDark),
        median(scores, PortraitScore::drawTimeS));
  }

  /** One line: how the drawn ones stand on the page. */
  public static String framing(List<PortraitRow> rows) {
    List<Composition> all =
        rows.stream().map(PortraitRow::composition).filter(Objects::nonNull).toList();
    return String.format(
        Locale.ROOT,
        "on the page: eyes at %s of the height, headroom %s, face %s; %d stroke ends at the border in %d drawings",
        spread(all, Composition::eyeHeight),
        spread(all, Composition::headroom),
        spread(all, Composition::faceHeight),
        all.stream().mapToInt(Composition::cutEnds).sum(),
        all.stream().filter(one -> one.cutEnds() > 0).count());
  }

  /** Least, median and most. */
  private static String spread(List<Composition> all, ToDoubleFunction<Composition> value) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    return sorted.length == 0
        ? "none"
        : String.format(
            Locale.ROOT,
            "%.2f (%.2f to %.2f)",
            sorted[sorted.length / 2],
            sorted[0],
            sorted[sorted.length - 1]);
  }

  private static String worst(List<PortraitRow> rows) {
    return worst(rows, "landmark error", "%.3f", PortraitScore::landmarkError)
        + worst(rows, "ink, mm", "%.0f", PortraitScore::inkMm)
        + worst(rows, "pieces", "%.0f", PortraitScore::components)
        + worst(rows, "short strokes", "%.0f", PortraitScore::shortStrokes)
        + worst(rows, "ink outside, mm", "%.1f", PortraitScore::outsideMm)
        + worst(rows, "time to draw, s", "%.0f", PortraitScore::drawTimeS);
  }

  private record Measured(String name, double value) {}

  private static String worst(
      List<PortraitRow> rows,
      String measure,
      String format,
      ToDoubleFunction<PortraitScore> value) {
    List<Measured> measured = new ArrayList<>();
    for (PortraitRow row : rows) {
      if (row.score() != null) {
        measured.add(new Measured(row.name(), value.applyAsDouble(row.score())));
      }
    }
    return measured.stream()
        .sorted(Comparator.comparingDouble(Measured::value).reversed())
        .limit(WORST)
        .map(one ->
            "<td>%s <b>%s</b></td>"
                .formatted(
                    Html.escaped(one.name()), String.format(Locale.ROOT, format, one.value())))
        .collect(Collectors.joining("", "<tr><td>" + measure + "</td>", "</tr>"));
  }

  /** Of an even number the upper one; values that are no numbers count as the worst. */
  private static double median(List<PortraitScore> scores, ToDoubleFunction<PortraitScore> value) {
    return Distribution.median(scores.stream().mapToDouble(value));
  }

  private static double badness(PortraitRow row) {
    if (row.score() == null || Double.isNaN(row.score().landmarkError())) {
      return Double.POSITIVE_INFINITY;
    }
    return row.score().landmarkError();
  }

  private static String figure(PortraitRow row) {
    String name = Html.escaped(row.name());
    String pictures =
        List.of("crop", "strokes", "route").stream()
            .map(picture ->
                "<img loading=\"lazy\" alt=\"\" src=\"%s/%s.png\">".formatted(name, picture))
            .collect(Collectors.joining());
    return "<figure>%s<figcaption>%s: %s</figcaption></figure>"
        .formatted(pictures, name, Html.escaped(row.summary()));
  }
}
