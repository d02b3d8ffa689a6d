package silverpoint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import silverpoint.cli.output.SketchFiles;
import silverpoint.cli.terminal.CommandFailure;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.ProgressBar;
import silverpoint.cli.terminal.RecordJson;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.app.LineSettings;
import silverpoint.kiosk.app.LineWiring;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.app.Wiring;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.config.Mounting;
import silverpoint.lab.evaluation.Fairness;
import silverpoint.lab.evaluation.HardPhotoRow;
import silverpoint.lab.evaluation.HardPhotos;
import silverpoint.lab.evaluation.HardPhotosPage;
import silverpoint.lab.evaluation.MeasuredPhotos;
import silverpoint.lab.evaluation.PhotoTable;
import silverpoint.lab.evaluation.PortraitRow;
import silverpoint.lab.evaluation.PortraitsPage;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.portrait.PersonSegmenter;
import silverpoint.sketch.SketchPipeline;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Draws a whole folder and measures every portrait: an engineer's tool. */
@Command(
    name = "portraits",
    description =
        "Measures the portraits of all pictures in a folder; goes on where it was interrupted.",
    mixinStandardHelpOptions = true)
final class PortraitsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ComparedEdgesOption edges = new ComparedEdgesOption();

  @Parameters(arity = "1", paramLabel = "DIR", description = "Folder of photos.")
  private @Nullable Path photos;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR2",
      description = "Folder for index.html, scores.json and a folder for every photo.")
  private @Nullable Path out;

  @Mixin private final StyleOption styles = new StyleOption();

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      defaultValue = "classic",
      description = "As in draw.")
  private String machine = "classic";

  @Option(names = "--mounting", paramLabel = "HOW", description = "As in draw.")
  private @Nullable Mounting mounting;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description =
          "CSV or TSV of the photos, first column 'file', a grouping a column; without it, the table beside the photos.")
  private @Nullable Path groups;

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = "Ranks of the drawings among all photos, to be reported by group, as JSON.")
  private @Nullable Path identity;

  @Option(
      names = "--hard",
      description =
          "Make every photo hard in many ways first: dark, backlit, blurred, half hidden ...; each must"
              + " show one person in good light.")
  private boolean hard;

  @Override
  public Integer call() throws IOException {
    List<Path> files = pictures(Objects.requireNonNull(photos));
    Path target = Objects.requireNonNull(out);
    SketchFiles.in(target);
    MachineProfiles machines = Places.usual().machines();
    MachineProfile profile =
        mounting == null ? machines.load(machine) : machines.load(machine, mounting);
    PhotoTable table = table();
    Map<String, Boolean> known = known(files);
    List<PortraitRow> rows = new ArrayList<>();
    try (NeuralModels models = NeuralModels.open(Places.models(), InferenceSettings.defaults())) {
      LineWiring line = new LineWiring(profile, LineSettings.usual());
      Wiring wiring = new Wiring(models, line, styles.style());
      SketchPipeline pipeline = edges.pipeline(wiring, models);
      FaceMesher mesher = new FaceMesher(models.model("face-mesh"));
      if (hard) {
        PersonSegmenter segmenter = new PersonSegmenter(models.model("person-mask"));
        return hard(files, target, new HardPhotos(pipeline, mesher, segmenter));
      }
      MeasuredPhotos measured = new MeasuredPhotos(target, pipeline, mesher, line);
      ProgressBar bar = bar();
      for (int i = 0; i < files.size(); i++) {
        bar.step((double) i / files.size(), name(files.get(i)));
        rows.add(measured.row(files.get(i)));
      }
      bar.end();
    }
    Fairness fairness = Fairness.of(rows, table, known);
    Files.writeString(target.resolve("scores.json"), RecordJson.pretty(rows));
    Files.writeString(
        target.resolve("index.html"),
        PortraitsPage.of(rows, fairness, styles.style().name(), machine));
    Files.writeString(target.resolve("groups.json"), RecordJson.pretty(fairness));
    PrintWriter standardOut = Objects.requireNonNull(spec).commandLine().getOut();
    standardOut.print(fairness.table().text());
    standardOut.println(fairness.verdict());
    standardOut.println(PortraitsPage.framing(rows));
    standardOut.println(PortraitsPage.medians(rows) + "; see " + target.resolve("index.html"));
    standardOut.flush();
    return ExitCode.OK;
  }

  private int hard(List<Path> files, Path target, HardPhotos photos) throws IOException {
    ProgressBar bar = bar();
    List<HardPhotoRow> rows = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      bar.step((double) i / files.size(), name(file));
      Path folder = Files.createDirectories(target.resolve(name(file)));
      rows.addAll(
          photos
              .rows(file, folder)
              .orElseThrow(() ->
                  new CommandFailure(ExitCode.NO_FACE, file + ": shows no face in good light")));
    }
    bar.end();
    Files.writeString(target.resolve("hard.json"), RecordJson.pretty(rows));
    Files.writeString(target.resolve("hard.html"), HardPhotosPage.of(rows));
    PrintWriter standardOut = Objects.requireNonNull(spec).commandLine().getOut();
    standardOut.print(HardPhotosPage.table(rows).text());
    standardOut.printf(
        "%d of %d right; see %s%n",
        rows.stream().filter(HardPhotoRow::right).count(),
        rows.size(),
        target.resolve("hard.html"));
    standardOut.flush();
    return ExitCode.OK;
  }

  private PhotoTable table() throws IOException {
    Optional<Path> file =
        groups == null ? PhotoTable.beside(Objects.requireNonNull(photos)) : Optional.of(groups);
    return file.map(PhotoTable::read).orElse(PhotoTable.EMPTY);
  }

  private ProgressBar bar() {
    return new ProgressBar(
        Objects.requireNonNull(spec).commandLine().getErr(),
        System::nanoTime,
        System.console() != null && System.console().isTerminal());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Whom the tool for likeness knows by their drawing. */
  private Map<String, Boolean> known(List<Path> files) {
    if (identity == null) {
      return Map.of();
    }
    Map<String, Boolean> known = new HashMap<>();
    JsonNode people = tree(identity).path("people");
    for (Path file : files) {
      for (JsonNode person : people) {
        String name = person.path("name").asString();
        if (name(file).equals(name) || name(file).startsWith(name + ".")) {
          known.put(name(file), person.path("rank").asInt() == 0);
        }
      }
    }
    if (known.isEmpty()) {
      throw new CommandFailure(
          ExitCode.BAD_PICTURE,
          identity + ": names none of the photos; it should be likeness.cjs' out.json");
    }
    return known;
  }

  private static JsonNode tree(Path file) {
    try {
      return RecordJson.tree(Files.readString(file));
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.BAD_PICTURE, file + ": cannot be read");
    } catch (JacksonException e) {
      throw new CommandFailure(ExitCode.BAD_PICTURE, file + ": is not JSON");
    }
  }

  private static List<Path> pictures(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(ExitCode.BAD_PICTURE, folder + ": is no folder of photos");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures =
          files
              .filter(file ->
                  file.toString()
                      .toLowerCase(Locale.ROOT)
                      .matches(".*\\.(jpe?g|png|webp|tiff?|bmp|gif)"))
              .sorted()
              .toList();
      if (pictures.isEmpty()) {
        throw new CommandFailure(ExitCode.BAD_PICTURE, folder + ": holds no pictures");
      }
      return pictures;
    }
  }
}
