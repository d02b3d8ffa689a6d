package silverpoint.kiosk.camera;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The webcams of this computer: Linux lists them in {@code /dev/v4l/by-id}, under names that stay
 * the same whichever socket they are in; {@code index0} is the picture, others are metadata.
 */
public final class VideoDevices {
  /** What gives a user the right to use webcams. */
  public static final String JOIN_GROUP =
      "add this user to the group video ('sudo usermod -aG video $USER') and log in again";

  private static final String PICTURES = "-video-index0";

  private static final Set<String> CAMERA_BUSES = Set.of("usb", "pci");

  private static final List<String> PI_SENSORS = List.of("rp1-cfe", "unicam");

  private final Path dev;
  private final Path sys;

  /**
   * @param dev the folder of devices, {@code /dev}
   * @param sys what the kernel says about them, {@code /sys}
   */
  VideoDevices(Path dev, Path sys) {
    this.dev = dev;
    this.sys = sys;
  }

  /** Those of this computer. */
  public static VideoDevices ofThisComputer() {
    return below(Path.of("/"));
  }

  /** Those of a computer whose files lie below this folder. */
  public static VideoDevices below(Path root) {
    return new VideoDevices(root.resolve("dev"), root.resolve("sys"));
  }

  /** A device that may be a webcam. */
  public record Device(Path file, String label, boolean readable) {}

  /** Webcams with lasting names, by name; without any, the bare devices that capture. */
  public List<Device> list() {
    List<Device> byId = in(dev.resolve("v4l").resolve("by-id"), "*" + PICTURES);
    return byId.isEmpty()
        ? in(dev, "video*").stream().filter(device -> captures(device.file())).toList()
        : byId;
  }

  /**
   * Whether the device gives pictures of the world: the first of a webcam or capture card, or a
   * virtual camera, which hangs on no bus. Codecs and image processors of a Pi, and the sensors
   * behind them, hang on buses of the chip itself.
   */
  private boolean captures(Path device) {
    Path node = sys.resolve("class").resolve("video4linux").resolve(device.getFileName());
    try {
      Path bus = node.resolve("device").resolve("subsystem");
      return Files.readString(node.resolve("index")).strip().equals("0")
          && (!Files.exists(node.resolve("device"))
              || CAMERA_BUSES.contains(bus.toRealPath().getFileName().toString()));
    } catch (IOException e) {
      return false;
    }
  }

  /** What the kernel calls the sensors at a Raspberry Pi's own connector. */
  public List<String> piSensors() {
    Path nodes = sys.resolve("class").resolve("video4linux");
    List<String> sensors = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(nodes)) {
      for (Path node : found) {
        String name = Files.readString(node.resolve("name")).strip();
        if (PI_SENSORS.stream().anyMatch(name::startsWith)) {
          sensors.add(name);
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return sensors.stream().distinct().sorted().toList();
  }

  /**
   * The source that {@code auto} means: a webcam when one is plugged in, else the Raspberry Pi's
   * own camera, else the demo.
   */
  public String source() {
    if (!list().isEmpty()) {
      return "webcam";
    }
    return piSensors().isEmpty() ? "demo" : "pi";
  }

  private static List<Device> in(Path folder, String pattern) {
    List<Device> devices = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        devices.add(device(file));
      }
    } catch (IOException e) {
      return List.of();
    }
    devices.sort(Comparator.comparing(device -> device.file().toString()));
    return List.copyOf(devices);
  }

  private static Device device(Path file) {
    String label =
        file.getFileName()
            .toString()
            .replaceFirst("^usb-", "")
            .replace(PICTURES, "")
            .replace('_', ' ');
    return new Device(file, label, Files.isReadable(file) && Files.isWritable(file));
  }

  /**
   * The device of that name, or the first that may be read.
   *
   * @param wanted a device file, or empty
   * @throws CameraException that says what is missing
   */
  Device choose(String wanted) {
    if (!wanted.isEmpty()) {
      Path file = dev.resolve(wanted);
      if (!Files.exists(file)) {
        throw new CameraException(
            "webcam " + wanted + " is not there; plug it in, or choose one of: " + names(list()));
      }
      return requireReadable(device(file));
    }
    List<Device> all = list();
    if (all.isEmpty()) {
      throw new CameraException(
          "no webcam found; plug one in (it is then used by itself), or use --camera demo");
    }
    return requireReadable(
        all.stream().filter(Device::readable).findFirst().orElse(all.getFirst()));
  }

  private static Device requireReadable(Device device) {
    if (!device.readable()) {
      throw new CameraException(
          "webcam " + device.label() + ": no permission for " + device.file() + "; " + JOIN_GROUP);
    }
    return device;
  }

  private static String names(List<Device> devices) {
    return devices.isEmpty()
        ? "(none found)"
        : String.join(", ", devices.stream().map(device -> device.file().toString()).toList());
  }
}
