package silverpoint.kiosk.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import silverpoint.foundation.inference.EngineBuild;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.takehome.ReceiptPrinter;
import silverpoint.kiosk.takehome.TakeHomeSettings;
import silverpoint.machine.gpio.GpioChip;

/**
 * A computer whose files lie in a folder: a Raspberry Pi 5 in good health, with a webcam and real
 * motors, until a test breaks something.
 */
final class StagedComputer implements Probe {
  private static final String LIMITS =
      """
      Limit                     Soft Limit           Hard Limit           Units
      Max locked memory         unlimited            unlimited            bytes
      Max realtime priority     49                   49
      """;
  private static final String SOCKETS =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:%04X 00000000:0000 %s 00000000:00000000 00:00000000 00000000  1000        0 4711 1
      """;

  final Path root;
  Runtime.Version java = Runtime.Version.parse("25.0.3+9");
  String architecture = "aarch64";
  String encoding = "UTF-8";
  Instant now = Instant.parse("2026-11-30T12:00:00Z");
  long freeBytes = 20_000_000_000L;
  boolean motors = true;
  Optional<String> printerTrouble = Optional.empty();
  EngineBuild engine = new EngineBuild("PyTorch 2.7.1", false, 0);
  List<String> neededModels = new ArrayList<>(List.of("face-mesh"));
  final List<GpioChip.Found> chips = new ArrayList<>();
  final Map<String, Optional<String>> libraries = new LinkedHashMap<>();

  StagedComputer(Path root) {
    this.root = root;
    copy(Path.of("models/face-mesh"), "models/face-mesh");
    copy(Path.of("kiosk-config"), "config");
    replace("config/camera.yaml", "(?m)^source: .*", "source: webcam");
    folder("state");
    folder("tmp");
    folder("dev/shm");
    write("proc/cpuinfo", "Features\t: fp asimd crc32 atomics\n");
    write("proc/device-tree/model", "Raspberry Pi 5 Model B Rev 1.0\0");
    write(
        "proc/self/status", "Uid:\t1000\t1000\nGid:\t1000\t1000\nGroups:\t44 986 \nCapEff:\t00\n");
    write("proc/self/limits", LIMITS);
    write("proc/self/mounts", "/dev/mmcblk0p2 / ext4 rw,noatime 0 0\ntmpfs /tmp tmpfs rw 0 0\n");
    write("etc/group", "root:x:0:\nvideo:x:44:pi\ngpio:x:986:pi\npi:x:1000:\n");
    write("run/systemd/timesync/synchronized", "");
    webcam("046d_HD_Webcam", "video0", "HD Webcam: HD Webcam");
    chips.add(chip("gpiochip0", "pinctrl-rp1"));
    chips.add(chip("gpiochip11", "gpio-brcmstb@107d508500"));
    List.of("OpenCV", "FFmpeg", "libtorch", "SQLite")
        .forEach(library -> libraries.put(library, Optional.empty()));
  }

  static GpioChip.Found chip(String device, String label) {
    return new GpioChip.Found(Path.of("/dev", device), label);
  }

  void webcam(String id, String node, String name) {
    write("dev/" + node, "");
    write("sys/class/video4linux/" + node + "/name", name + "\n");
    Path link = root.resolve("dev/v4l/by-id/usb-" + id + "-video-index0");
    try {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of("../../" + node));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void gpu() {
    write("sys/bus/pci/devices/0000:01:00.0/vendor", "0x10de\n");
    write("sys/bus/pci/devices/0000:01:00.0/class", "0x030200\n");
  }

  void gpuDriver() {
    gpu();
    write("proc/driver/nvidia/version", "NVRM version: 570.0\n");
  }

  /** A receipt printer in the network is switched on in the settings. */
  void receiptPrinter() {
    replace("config/take-home.yaml", "/dev/usb/lp0", "192.168.1.50:9100");
    replace("config/take-home.yaml", "(printer:\n  enabled:) false", "$1 true");
  }

  /** The page for guests' phones is switched on in the settings. */
  void phonePage() {
    replace("config/take-home.yaml", "(page:\n  enabled:) false", "$1 true");
    replace("config/take-home.yaml", "phonesAsk: \"\"", "phonesAsk: booth.lan");
  }

  /** Somebody has a connection at a port, or listens. */
  void socket(int port, String state) {
    write("proc/net/tcp", SOCKETS.formatted(port, state));
  }

  void write(String path, String content) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void folder(String path) {
    try {
      Files.createDirectories(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void replace(String path, String pattern, String by) {
    try {
      String text = Files.readString(root.resolve(path));
      write(path, text.replaceAll(pattern, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String path) {
    try (Stream<Path> files = Files.walk(root.resolve(path))) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(Path from, String to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = root.resolve(to).resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Diagnosis examine() {
    Installation kiosk =
        new Installation(
            root.resolve("models"),
            List.of(root.resolve("config")),
            new MachineProfiles(root.resolve("config/machines")),
            root.resolve("state"),
            root.resolve("state/web"),
            neededModels,
            motors,
            GpioChip.RASPBERRY_PI);
    return new Doctor(new Computer(root, this), kiosk).examine();
  }

  @Override
  public Runtime.Version java() {
    return java;
  }

  @Override
  public String architecture() {
    return architecture;
  }

  @Override
  public String encoding() {
    return encoding;
  }

  @Override
  public Path temporary() {
    return root.resolve("tmp");
  }

  @Override
  public Path crashes() {
    return root.resolve("dev/shm");
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long freeBytes(Path folder) {
    return freeBytes;
  }

  @Override
  public List<GpioChip.Found> chips() {
    return chips;
  }

  @Override
  public ReceiptPrinter.Report printer(TakeHomeSettings.Printer settings) {
    return new ReceiptPrinter.Report(settings.target() + ": ready", printerTrouble);
  }

  @Override
  public List<String> libraries() {
    return List.copyOf(libraries.keySet());
  }

  @Override
  public Optional<String> loading(String library) {
    return libraries.getOrDefault(library, Optional.empty());
  }

  @Override
  public EngineBuild engine() {
    return engine;
  }
}
