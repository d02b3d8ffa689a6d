package silverpoint.lab.report;

import java.util.List;
import silverpoint.lab.benchmark.Results;

/** Every figure of every picture as CSV: candidate, picture, group, figure, value. */
public final class CsvReport {
  private CsvReport() {}

  public static String of(Results results) {
    StringBuilder csv = new StringBuilder("candidate,picture,group,figure,value\n");
    for (Results.CandidateResult candidate : results.candidates()) {
      for (Results.LoadResult load : candidate.loads()) {
        load.latencyMs()
            .forEach((name, ms) ->
                line(
                    csv,
                    candidate.name(),
                    "",
                    "",
                    load.scenario() + "." + name + "Ms",
                    Double.toString(ms)));
        line(
            csv,
            candidate.name(),
            "",
            "",
            load.scenario() + ".picturesPerS",
            Double.toString(load.samplesPerS()));
      }
      for (Results.PictureRow picture : candidate.pictures()) {
        picture
            .figures()
            .forEach((name, value) ->
                line(
                    csv,
                    candidate.name(),
                    picture.name(),
                    picture.group(),
                    name,
                    Double.toString(value)));
        picture
            .failure()
            .ifPresent(reason ->
                line(csv, candidate.name(), picture.name(), picture.group(), "failure", reason));
      }
    }
    return csv.toString();
  }

  private static void line(StringBuilder csv, String... cells) {
    csv.append(String.join(",", List.of(cells).stream().map(CsvReport::quoted).toList()))
        .append('\n');
  }

  private static String quoted(String cell) {
    return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
