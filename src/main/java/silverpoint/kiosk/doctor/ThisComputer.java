package silverpoint.kiosk.doctor;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.EngineBuild;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.camera.Webcam;
import silverpoint.kiosk.history.SqliteLibrary;
import silverpoint.kiosk.takehome.ReceiptPrinter;
import silverpoint.kiosk.takehome.TakeHomeSettings;
import silverpoint.machine.gpio.GpioChip;

/** The computer that this program runs on. */
final class ThisComputer implements Probe {
  private static final String ERROR_FILE = "-XX:ErrorFile=";

  /** Each loads as the kiosk does, and says what is wrong. */
  private final Map<String, Supplier<Optional<String>>> libraries = new LinkedHashMap<>();

  /**
   * @param state folder of the history, beside which SQLite's library lies
   */
  ThisComputer(Path state) {
    libraries.put(
        "OpenCV", loaded(() -> ImageFiles.encodeJpeg(new RgbImage(1, 1, new byte[3]), 70)));
    libraries.put("FFmpeg", loaded(Webcam::ffmpeg));
    libraries.put(ProgramChecks.TORCH, loaded(this::engine));
    libraries.put("SQLite", () -> SqliteLibrary.problem(state));
  }

  private static Supplier<Optional<String>> loaded(Supplier<?> loading) {
    return () -> {
      try {
        var _ = loading.get();
        return Optional.empty();
      } catch (RuntimeException | LinkageError e) {
        return Optional.of(
            Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName()));
      }
    };
  }

  @Override
  public Runtime.Version java() {
    return Runtime.version();
  }

  @Override
  public String architecture() {
    return System.getProperty("os.arch");
  }

  @Override
  public String encoding() {
    return System.getProperty("sun.jnu.encoding", "UTF-8");
  }

  @Override
  public Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public Path crashes() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith(ERROR_FILE))
        .map(argument -> Path.of(argument.substring(ERROR_FILE.length())).toAbsolutePath())
        .map(file -> Optional.ofNullable(file.getParent()).orElse(file))
        .findFirst()
        .orElse(Path.of("").toAbsolutePath());
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long freeBytes(Path folder) {
    // not of its file store, which is not known where the mount is hidden, as in a chroot
    return folder.toFile().getUsableSpace();
  }

  @Override
  public ReceiptPrinter.Report printer(TakeHomeSettings.Printer settings) {
    return ReceiptPrinter.examine(settings);
  }

  @Override
  public List<GpioChip.Found> chips() {
    return GpioChip.all();
  }

  @Override
  public List<String> libraries() {
    return List.copyOf(libraries.keySet());
  }

  @Override
  public Optional<String> loading(String library) {
    return Optional.ofNullable(libraries.get(library)).flatMap(Supplier::get);
  }

  @Override
  public EngineBuild engine() {
    return NeuralModels.engine(new InferenceSettings(Device.AUTO, 1));
  }
}
