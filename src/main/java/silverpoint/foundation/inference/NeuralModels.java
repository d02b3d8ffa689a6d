package silverpoint.foundation.inference;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The models directory: one directory a model, with its card and its TorchScript file. A model is
 * checked against its card and loaded when it is first asked for, and shared afterwards. May be
 * used from several threads; closing it closes every model it gave out.
 */
public final class NeuralModels implements AutoCloseable {
  private static final String CARD = "card.yaml";

  private final Path directory;
  private final Engine engine;
  private final ai.djl.Device device;
  private final SortedMap<String, NeuralModel> loaded = new TreeMap<>();
  private boolean closed;

  private NeuralModels(Path directory, Engine engine, ai.djl.Device device) {
    this.directory = directory;
    this.engine = engine;
    this.device = device;
  }

  /** Starts the engine; throws {@link ModelException} when there is nothing to open. */
  public static NeuralModels open(Path directory, InferenceSettings settings) {
    if (!Files.isDirectory(directory)) {
      throw new ModelException(
          directory + " is no directory: give the directory of the models, usually 'models'");
    }
    Engine engine = TorchEngine.start(settings.threads());
    return new NeuralModels(directory, engine, TorchEngine.choose(engine, settings.device()));
  }

  /** The cards of all models of a directory, by name; the models themselves are not touched. */
  public static List<ModelCard> cards(Path directory) {
    List<ModelCard> cards = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
      for (Path entry : entries) {
        cards.add(card(entry));
      }
    } catch (IOException e) {
      throw new ModelException(directory + " cannot be read: " + e.getMessage(), e);
    }
    cards.sort(Comparator.comparing(ModelCard::name));
    return cards;
  }

  /**
   * What is wrong with the models of a directory, a line each: with those that are needed, and with
   * whatever else has a card. No engine is started.
   */
  public static List<String> flaws(Path directory, Collection<String> needed) {
    SortedSet<String> names = new TreeSet<>(needed);
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(directory, NeuralModels::isModel)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException e) {
      return List.of(directory + " cannot be read: " + e.getMessage());
    }
    List<String> flaws = new ArrayList<>();
    for (String name : names) {
      try {
        verify(directory.resolve(name));
      } catch (ModelException e) {
        flaws.add(String.valueOf(e.getMessage()));
      }
    }
    return flaws;
  }

  /** What the engine was built for and finds; starts it unless it runs. */
  public static EngineBuild engine(InferenceSettings settings) {
    Engine engine = TorchEngine.start(settings.threads());
    boolean cuda = TorchEngine.isForCuda(engine);
    return new EngineBuild(
        engine.getEngineName() + " " + engine.getVersion(), cuda, cuda ? engine.getGpuCount() : 0);
  }

  /** Whether a folder is that of one model: it has a card. */
  public static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(CARD));
  }

  /** The model of that name, loaded on the first call. */
  public synchronized NeuralModel model(String name) {
    if (closed) {
      throw new ModelException("the models are closed");
    }
    NeuralModel known = loaded.get(name);
    if (known != null) {
      return known;
    }
    Path home = directory.resolve(name);
    ModelCard card = verify(home);
    NeuralModel model = new TorchScriptModel(card, home.resolve(card.file()), device);
    loaded.put(name, model);
    return model;
  }

  /** The engine and the device, such as "PyTorch 2.7.1 on cpu". */
  public String description() {
    return engine.getEngineName() + " " + engine.getVersion() + " on " + device.getDeviceType();
  }

  @Override
  public synchronized void close() {
    closed = true;
    loaded.values().forEach(NeuralModel::close);
    loaded.clear();
  }

  private static ModelCard verify(Path home) {
    ModelCard card = card(home);
    ModelFiles.verify(home.resolve(card.file()), card.sha256());
    return card;
  }

  private static ModelCard card(Path home) {
    Path file = home.resolve(CARD);
    ModelCard card = ModelCards.read(file);
    if (!home.endsWith(card.name())) {
      throw new ModelException(
          file + " describes the model '" + card.name() + "': name and directory must agree");
    }
    return card;
  }
}
