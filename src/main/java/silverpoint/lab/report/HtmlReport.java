package silverpoint.lab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.benchmark.Results.CandidateResult;

/** The results as one page that holds everything it shows: no network, no other file. */
public final class HtmlReport {
  /** A page with more pictures is too heavy. */
  private static final int MAX_PHOTOS = 12;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Silverpoint benchmark</title>
      <style>
      :root { --ink: #26241f; --soft: #6f6a5e; --line: #e2ddd0; --paper: #faf8f3; --card: #fff; --red: #a8321f; --green: #2e7048 }
      * { box-sizing: border-box }
      body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", sans-serif }
      main { max-width: 1560px; margin: 0 auto; padding: 40px 28px 80px }
      h1 { font: 600 34px/1.15 Georgia, serif; margin: 0 0 8px }
      h2 { font: 600 21px/1.3 Georgia, serif; margin: 44px 0 12px }
      h3 { font: 600 15px/1.3 system-ui, sans-serif; margin: 0 0 6px }
      p.about { color: var(--soft); max-width: 90ch; margin: 0 }
      .scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
      table { border-collapse: collapse; width: 100%%; font-variant-numeric: tabular-nums }
      th, td { padding: 7px 10px; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top }
      tr:last-child td { border-bottom: 0 }
      th { font-weight: 600; color: var(--soft); font-size: 13px; white-space: nowrap }
      td.n, th.n { text-align: right; white-space: nowrap }
      td.valid { color: var(--green); font-weight: 600 } td.invalid { color: var(--red); font-weight: 600 }
      td:first-child { font-weight: 600; white-space: nowrap } td:nth-child(2):not(:last-child) { white-space: nowrap } td:last-child:not(.n):not(:empty) { min-width: 15em }
      .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(430px, 1fr)); gap: 20px } .plots figure { max-width: 640px }
      figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px }
      figcaption { color: var(--soft); font-size: 13px }
      svg { width: 100%%; height: auto; display: block } svg text { font: 12px system-ui, sans-serif; fill: var(--soft) }
      svg .name { fill: var(--ink); font-weight: 600 } svg .axis { font-weight: 600 } svg .grid { stroke: #eee9dd }
      .key { display: inline-block; margin-right: 14px; white-space: nowrap } .key i { display: inline-block; width: 18px; height: 3px; border-radius: 2px; margin-right: 6px; vertical-align: middle }
      .sheet { display: grid; gap: 8px; overflow-x: auto } .sheet b { font-size: 13px; color: var(--soft); text-align: center }
      .sheet img { width: 100%%; min-width: 150px; border-radius: 6px; display: block }
      </style></head><body><main>
      <h1>Which model should the booth run?</h1>
      <p class="about">%s</p>
      %s
      <h2>Plots</h2><div class="plots">%s</div>
      %s
      </main></body></html>
      """;

  private HtmlReport() {}

  /**
   * @param drawings folder of the drawings that the results name
   */
  public static String of(Results results, Path drawings) {
    String tables =
        Tables.of(results).stream().map(HtmlReport::table).collect(Collectors.joining("\n"));
    return PAGE.formatted(
        Html.escaped(MarkdownReport.summary(results)),
        tables,
        new Plots(results).all(),
        sheet(results, drawings));
  }

  private static String table(Tables.Table table) {
    StringBuilder html = new StringBuilder();
    html.append("<h2>").append(Html.escaped(table.title())).append("</h2>\n");
    html.append("<div class=\"scroll\"><table><thead><tr>");
    for (int column = 0; column < table.head().size(); column++) {
      html.append(isNumber(table.rows().getFirst().get(column)) ? "<th class=\"n\">" : "<th>")
          .append(Html.escaped(table.head().get(column)))
          .append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      row.forEach(cell -> html.append(cell(cell)));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String cell(String text) {
    String kind =
        switch (text) {
          case "VALID" -> " class=\"valid\"";
          case "INVALID" -> " class=\"invalid\"";
          default -> isNumber(text) ? " class=\"n\"" : "";
        };
    return "<td" + kind + ">" + Html.escaped(text) + "</td>";
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9.]+( %)?|n/a.*|\\d+ of \\d+");
  }

  /** A row a photo, a column a candidate. */
  private static String sheet(Results results, Path drawings) {
    List<CandidateResult> drawn =
        results.candidates().stream()
            .filter(candidate -> candidate.drawings().isPresent())
            .toList();
    Set<String> photos = new LinkedHashSet<>();
    drawn.forEach(candidate -> photos.addAll(pictures(candidate).keySet()));
    if (photos.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<h2>Drawings on the simulated toy</h2>\n");
    html.append("<div class=\"sheet\" style=\"grid-template-columns: repeat(")
        .append(drawn.size() + 1)
        .append(", minmax(150px, 1fr))\"><b>photo</b>");
    drawn.forEach(
        candidate -> html.append("<b>").append(Html.escaped(candidate.name())).append("</b>"));
    for (String photo : photos.stream().sorted().limit(MAX_PHOTOS).toList()) {
      html.append(
          image(drawings.resolve("photo-" + photo.replaceAll("[^A-Za-z0-9_-]", "_") + ".png")));
      for (CandidateResult candidate : drawn) {
        html.append(
            Optional.ofNullable(pictures(candidate).get(photo))
                .map(name -> image(drawings.resolve(name)))
                .orElse("<span>not drawn</span>"));
      }
    }
    return html.append("</div>\n").toString();
  }

  private static Map<String, String> pictures(CandidateResult candidate) {
    return candidate.drawings().orElseThrow().pictures();
  }

  private static String image(Path file) {
    try {
      return "<img alt=\"\" src=\"data:image/png;base64,"
          + Base64.getEncoder().encodeToString(Files.readAllBytes(file))
          + "\">";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
