package silverpoint.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.benchmark.Results.CandidateResult;
import silverpoint.lab.benchmark.Results.LoadResult;

/** The results as tables of text, which every form of the report shows. */
final class Tables {
  /**
   * A table.
   *
   * @param title in one line
   * @param head of the columns
   * @param rows as many cells as the head
   */
  record Table(String title, List<String> head, List<List<String>> rows) {
    Table {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  private Tables() {}

  /** All tables that have a row. */
  static List<Table> of(Results results) {
    List<Table> tables =
        List.of(
            speed(results),
            stages(results),
            edges(results),
            faces(results),
            persons(results),
            drawings(results),
            References.of(results),
            refusals(results));
    return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
  }

  private static Table speed(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (CandidateResult candidate : results.candidates()) {
      for (LoadResult load : candidate.loads()) {
        rows.add(
            List.of(
                candidate.name(),
                load.scenario(),
                latency(load, "p50"),
                latency(load, "p90"),
                latency(load, "p95"),
                latency(load, "p99"),
                number(load.samplesPerS(), 1),
                number(candidate.loadMs(), 0),
                number(candidate.firstMs(), 1),
                number(candidate.peakResidentMb(), 0),
                candidate.peakGpuMb().map(mb -> number(mb, 0)).orElse("n/a"),
                Integer.toString(load.queries()),
                load.valid() ? "VALID" : "INVALID",
                notes(load)));
      }
    }
    return new Table(
        "Speed, latencies in ms",
        List.of(
            "model",
            "scenario",
            "p50",
            "p90",
            "p95",
            "p99",
            "pictures/s",
            "load ms",
            "first ms",
            "peak MB",
            "GPU MB",
            "queries",
            "verdict",
            "why"),
        rows);
  }

  private static String notes(LoadResult load) {
    List<String> notes = new ArrayList<>(load.reasons());
    load.warnings().forEach(warning -> notes.add("note: " + warning));
    return String.join("; ", notes);
  }

  private static Table stages(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (CandidateResult candidate : results.candidates()) {
      candidate.loads().stream()
          .findFirst()
          .ifPresent(load ->
              rows.add(
                  List.of(
                      candidate.name(),
                      load.stageMs().entrySet().stream()
                          .map(stage -> stage.getKey() + " " + number(stage.getValue(), 2))
                          .collect(Collectors.joining(", ")))));
    }
    return new Table(
        "Parts of an answer, median ms (reading and decoding a picture: %s ms)"
            .formatted(number(results.corpus().decodeMs(), 1)),
        List.of("model", "parts"),
        rows);
  }

  private static Table edges(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (CandidateResult candidate : results.candidates()) {
      candidate
          .edges()
          .forEach((group, edges) ->
              rows.add(
                  List.of(
                      candidate.name(),
                      group(group),
                      Integer.toString(edges.pictures()),
                      number(edges.ods(), 4),
                      number(edges.odsThreshold(), 2),
                      number(edges.ois(), 4),
                      number(edges.ap(), 4),
                      number(edges.odsOnePixel(), 4))));
    }
    return new Table(
        "Edges against people's lines: Berkeley protocol, and the same with one pixel of tolerance",
        List.of("model", "group", "pictures", "ODS", "at", "OIS", "AP", "ODS at 1 px"),
        rows);
  }

  private static Table faces(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (CandidateResult candidate : results.candidates()) {
      candidate
          .faces()
          .forEach((group, faces) ->
              rows.add(
                  List.of(
                      candidate.name(),
                      group(group),
                      Integer.toString(faces.pictures()),
                      number(faces.ap(), 4),
                      faces.found() + " of " + faces.faces(),
                      Integer.toString(faces.falseAlarms()),
                      faces.keyPointError().map(error -> number(error, 3)).orElse("n/a"))));
    }
    return new Table(
        "Faces at an overlap of one half; key-point error in distances of the eyes",
        List.of("model", "group", "pictures", "AP", "found", "false alarms", "key points"),
        rows);
  }

  private static Table persons(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (CandidateResult candidate : results.candidates()) {
      candidate
          .person()
          .forEach((group, person) ->
              rows.add(
                  List.of(
                      candidate.name(),
                      group(group),
                      Integer.toString(person.pictures()),
                      number(person.iou(), 4),
                      number(person.boundaryF(), 4))));
    }
    return new Table("Persons", List.of("model", "group", "pictures", "IoU", "boundary F"), rows);
  }

  private static Table drawings(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (CandidateResult candidate : results.candidates()) {
      candidate
          .drawings()
          .ifPresent(drawings ->
              rows.add(
                  List.of(
                      candidate.name(),
                      drawings.drawn() + " of " + drawings.photos(),
                      number(drawings.inkMm(), 0),
                      number(drawings.drawTimeS(), 0),
                      number(100 * drawings.coverage(), 1) + " %",
                      drawings.foundFromAfar() + " of " + drawings.drawn(),
                      number(drawings.landmarkError(), 3))));
    }
    return new Table(
        "The drawing on the simulated toy, medians",
        List.of("model", "drawn", "ink mm", "time s", "darkened", "face found", "landmarks moved"),
        rows);
  }

  private static Table refusals(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (CandidateResult candidate : results.candidates()) {
      candidate.refusal().ifPresent(reason -> rows.add(List.of("model", candidate.name(), reason)));
      candidate.pictures().stream()
          .filter(picture -> picture.failure().isPresent())
          .filter(picture -> !results.corpus().unreadable().containsKey(picture.name()))
          .forEach(picture ->
              rows.add(
                  List.of(
                      "answer",
                      candidate.name() + " on " + picture.name(),
                      picture.failure().orElseThrow())));
    }
    new TreeMap<>(results.corpus().unreadable())
        .forEach((name, reason) -> rows.add(List.of("picture", name, reason)));
    return new Table("What could not be measured", List.of("what", "name", "why"), rows);
  }

  private static String group(String name) {
    return name.isEmpty() ? "all" : name;
  }

  private static String latency(LoadResult load, String quantile) {
    return Optional.ofNullable(load.latencyMs().get(quantile))
        .map(value -> number(value, 2))
        .orElse("n/a (n=" + load.queries() + ")");
  }

  static String number(double value, int digits) {
    return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
