package silverpoint.lab.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.app.Places;

/** Finds the candidates: folders with a card below the given ones, and the classical methods. */
public final class BenchSources implements AutoCloseable {
  /** The name of the candidate that is no single model; the command adds it. */
  public static final String WHOLE_CHAIN = "pipeline";

  private final InferenceSettings settings;
  private final List<NeuralModels> opened = new ArrayList<>();
  private final List<CandidateSource> sources = new ArrayList<>();
  private String engine = "none";

  BenchSources(InferenceSettings settings) {
    this.settings = settings;
  }

  /**
   * All models of the kiosk and the classical methods, or those that the options name.
   *
   * @param path reads a folder's name
   * @param wrong makes of a reason what is thrown where they name nothing
   */
  public static BenchSources of(
      List<String> wanted,
      InferenceSettings settings,
      Function<String, Path> path,
      Function<String, ? extends RuntimeException> wrong) {
    BenchSources all = new BenchSources(settings);
    all.addFolder(Places.models());
    all.sources.addAll(ClassicalCandidates.sources());
    if (wanted.isEmpty()) {
      return all;
    }
    BenchSources some = new BenchSources(settings);
    some.opened.addAll(all.opened);
    some.engine = all.engine;
    for (String name : wanted) {
      List<CandidateSource> named =
          all.sources.stream().filter(source -> source.name().equals(name)).toList();
      if (name.equals(WHOLE_CHAIN)) {
        continue;
      }
      if (!named.isEmpty()) {
        some.sources.addAll(named);
      } else if (Files.isDirectory(path.apply(name))) {
        int before = some.sources.size();
        some.addFolder(path.apply(name).toAbsolutePath().normalize());
        if (some.sources.size() == before) {
          throw wrong.apply(
              "'" + name + "' holds no model; a model is a folder with a card.yaml in it");
        }
      } else {
        throw wrong.apply(
            "'%s' is no candidate and no folder of models; known: %s"
                .formatted(
                    name,
                    all.sources.stream()
                        .map(CandidateSource::name)
                        .collect(Collectors.joining(", "))));
      }
    }
    return some;
  }

  /** All models in a folder, or the one that the folder is. */
  private void addFolder(Path folder) {
    NeuralModels models = NeuralModels.open(folder, settings);
    opened.add(models);
    engine = models.description();
    Path above = folder.getParent();
    if (above != null && NeuralModels.isModel(folder)) {
      sources.add(source(above, folder));
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> folders = entries.filter(entry -> Files.isDirectory(entry)).sorted().toList();
      if (folders.stream().anyMatch(NeuralModels::isModel)) {
        folders.forEach(model -> sources.add(source(folder, model)));
      }
    } catch (IOException e) {
      throw new ModelException(folder + " cannot be read: " + e.getMessage());
    }
  }

  private CandidateSource source(Path folder, Path model) {
    String name = model.getFileName().toString();
    return new CandidateSource(
        name,
        fingerprint(model),
        Optional.of(folder),
        () -> new ModelCandidate(NeuralModels.open(folder, settings).model(name)));
  }

  /** Changes with any file of the model. */
  private static String fingerprint(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      int hash =
          files
              .filter(Files::isRegularFile)
              .sorted()
              .mapToInt(BenchSources::hash)
              .reduce(1, (a, b) -> 31 * a + b);
      return folder.getFileName() + "-" + HexFormat.of().toHexDigits(hash);
    } catch (IOException e) {
      return folder.getFileName().toString();
    }
  }

  private static int hash(Path file) {
    try {
      return Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException e) {
      return 0;
    }
  }

  public List<CandidateSource> sources() {
    return List.copyOf(sources);
  }

  public NeuralModels kioskModels() {
    return opened.getFirst();
  }

  public String engine() {
    return engine;
  }

  @Override
  public void close() {
    opened.forEach(NeuralModels::close);
  }
}
