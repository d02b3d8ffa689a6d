package silverpoint.kiosk.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import silverpoint.kiosk.camera.CameraSettings;
import silverpoint.kiosk.camera.VideoDevices;
import silverpoint.kiosk.camera.Webcam;
import silverpoint.kiosk.config.CameraConfig;
import silverpoint.kiosk.config.ConfigException;
import silverpoint.machine.gpio.GpioChip;

/** What is plugged in, and whether the user may use it. */
final class DeviceChecks {
  private static final String CAMERA = "camera";
  private static final String CHIP = "gpio chip";
  private static final String GROUPS = "groups";
  private static final String ROOT_USER = "0";
  private static final String JOIN_GPIO =
      "add this user to the group gpio ('sudo usermod -aG gpio $USER') and log in again";

  private DeviceChecks() {}

  static Finding camera(Computer computer, Installation kiosk) {
    Optional<CameraSettings> settings = settings(kiosk);
    if (settings.isEmpty()) {
      return Finding.warning(
          CAMERA, "camera.yaml does not say which", "mend the configuration first");
    }
    VideoDevices devices = VideoDevices.below(computer.root());
    List<VideoDevices.Device> webcams = devices.list();
    if (settings.orElseThrow().isAuto() && devices.source().equals("demo")) {
      String found = "nothing is plugged in, so 'source: auto' means the demo";
      return kiosk.motors()
          ? Finding.warning(CAMERA, found, "plug in a webcam, or the Raspberry Pi's camera")
          : Finding.fine(CAMERA, found);
    }
    String source = attached(computer, settings.orElseThrow());
    if (source.equals("pi")) {
      return piCamera(computer);
    }
    if (!isWebcam(source)) {
      return Finding.fine(
          CAMERA,
          "source: " + source + ", which needs none; plugged in: " + names(computer, webcams));
    }
    if (webcams.isEmpty()) {
      return Finding.broken(
          CAMERA,
          "no webcam is plugged in",
          "plug one in; it is then used by itself; 'source: demo' in camera.yaml needs none");
    }
    String wanted = source.replaceFirst("^webcam:?", "");
    Optional<VideoDevices.Device> chosen =
        webcams.stream()
            .filter(webcam -> wanted.isEmpty() || isAt(computer, webcam, wanted))
            .findFirst();
    if (chosen.isEmpty()) {
      return Finding.broken(
          CAMERA,
          wanted + " is not there; plugged in: " + names(computer, webcams),
          "plug it in, or choose another source in camera.yaml");
    }
    String name = name(computer, chosen.orElseThrow());
    if (!chosen.orElseThrow().readable()) {
      return Finding.broken(CAMERA, "no permission for " + name, VideoDevices.JOIN_GROUP);
    }
    boolean automatic = settings.orElseThrow().light().isAutomatic();
    return automatic || Files.exists(computer.at("/usr/bin/v4l2-ctl"))
        ? Finding.fine(CAMERA, name)
        : Finding.warning(
            CAMERA, name + " is told nothing of the light in camera.yaml", Webcam.INSTALL_CONTROLS);
  }

  private static Finding piCamera(Computer computer) {
    boolean program =
        Files.exists(computer.at("/usr/bin/rpicam-vid"))
            || Files.exists(computer.at("/usr/bin/libcamera-vid"));
    if (!program) {
      return Finding.broken(
          CAMERA,
          "rpicam-vid, which reads the Raspberry Pi's camera, is not installed",
          "'sudo apt-get install rpicam-apps'; on another computer use a webcam");
    }
    List<String> sensors = VideoDevices.below(computer.root()).piSensors();
    return sensors.isEmpty()
        ? Finding.broken(
            CAMERA,
            "the system sees no camera at the Raspberry Pi's connector",
            "switch the Pi off and look at both ends of the camera's ribbon cable")
        : Finding.fine(CAMERA, "the Raspberry Pi's own, " + sensors.getFirst());
  }

  private static String attached(Computer computer, CameraSettings settings) {
    return settings.isAuto() ? VideoDevices.below(computer.root()).source() : settings.source();
  }

  private static Optional<CameraSettings> settings(Installation kiosk) {
    try {
      return Optional.of(CameraConfig.load(kiosk.folders()));
    } catch (ConfigException _) {
      return Optional.empty();
    }
  }

  private static boolean isWebcam(String source) {
    return source.startsWith("webcam") || source.startsWith("/dev/");
  }

  private static boolean isAt(Computer computer, VideoDevices.Device webcam, String wanted) {
    return node(webcam).equals(node(new VideoDevices.Device(computer.at(wanted), "", true)));
  }

  private static String names(Computer computer, List<VideoDevices.Device> webcams) {
    return webcams.isEmpty()
        ? "nothing"
        : webcams.stream().map(webcam -> name(computer, webcam)).collect(Collectors.joining(", "));
  }

  /** As the kernel names it, else as its link does. */
  private static String name(Computer computer, VideoDevices.Device webcam) {
    String node = node(webcam);
    return computer.line("/sys/class/video4linux/" + node + "/name").orElse(webcam.label())
        + " at /dev/"
        + node;
  }

  /** Such as video0. */
  private static String node(VideoDevices.Device webcam) {
    try {
      return webcam.file().toRealPath().getFileName().toString();
    } catch (IOException _) {
      return webcam.file().getFileName().toString();
    }
  }

  static Finding chip(Computer computer, Installation kiosk) {
    List<GpioChip.Found> chips = computer.probe().chips();
    Optional<GpioChip.Found> ours =
        chips.stream().filter(chip -> kiosk.chipLabels().contains(chip.label())).findFirst();
    if (ours.isPresent()) {
      GpioChip.Found chip = ours.orElseThrow();
      return Finding.fine(CHIP, chip.label() + " is " + chip.device());
    }
    if (chips.isEmpty()) {
      return kiosk.motors() || computer.isRaspberryPi()
          ? Finding.troubled(
              kiosk.motors(),
              CHIP,
              "there is none (no /dev/gpiochip*)",
              "real motors need a Raspberry Pi; on one, a kernel of Raspberry Pi OS")
          : Finding.fine(CHIP, "none, and the simulated toy needs none");
    }
    String seen =
        chips.stream()
            .map(chip -> chip.device().getFileName() + " (" + chip.label() + ")")
            .collect(Collectors.joining(", "));
    boolean forbidden = chips.stream().anyMatch(c -> c.label().equals(GpioChip.NO_PERMISSION));
    if (!kiosk.motors() && !computer.isRaspberryPi()) {
      return Finding.fine(
          CHIP, "that of no Raspberry Pi: " + seen + "; the simulated toy needs none");
    }
    return Finding.troubled(
        kiosk.motors(),
        CHIP,
        "none is one of " + String.join(", ", kiosk.chipLabels()) + "; there are " + seen,
        forbidden ? JOIN_GPIO : "name the label of the chip with the motors by --chip");
  }

  /** The groups that give the right to use the devices that the kiosk needs. */
  static Finding groups(Computer computer, Installation kiosk) {
    if (computer.status("Uid").filter(ids -> ids.startsWith(ROOT_USER + "\t")).isPresent()) {
      return Finding.fine(GROUPS, "root needs none");
    }
    Set<String> needed = new LinkedHashSet<>();
    if (kiosk.motors()) {
      needed.add("gpio");
    }
    if (settings(kiosk)
        .map(settings -> attached(computer, settings))
        .filter(DeviceChecks::isDevice)
        .isPresent()) {
      needed.add("video");
    }
    if (TakeHomeChecks.hasPrinterDevice(kiosk)) {
      needed.add("lp");
    }
    if (needed.isEmpty()) {
      return Finding.fine(GROUPS, "the simulated toy and this source of pictures need none");
    }
    Set<String> own = groups(computer);
    List<String> missing = new ArrayList<>(needed);
    missing.removeAll(own);
    if (missing.isEmpty()) {
      return Finding.fine(GROUPS, "in " + String.join(", ", needed));
    }
    String names = String.join(",", missing);
    boolean known =
        computer.lines("/etc/group").stream().anyMatch(g -> g.startsWith(missing.getFirst() + ":"));
    return Finding.broken(
        GROUPS,
        "this user is not in " + names,
        (known
                ? ""
                : "this system has no such group: 'sudo groupadd --system "
                    + missing.getFirst()
                    + "' first; ")
            + "'sudo usermod -aG "
            + names
            + " $USER', then log in again or restart the service");
  }

  private static boolean isDevice(String source) {
    return source.equals("pi") || isWebcam(source);
  }

  /** Names of the groups of this process. */
  private static Set<String> groups(Computer computer) {
    Set<String> ids =
        Arrays.stream(computer.status("Groups").orElse("").split("\\s+"))
            .collect(Collectors.toSet());
    computer.status("Gid").ifPresent(own -> ids.add(own.split("\\s+", 2)[0]));
    return computer.lines("/etc/group").stream()
        .map(line -> line.split(":"))
        .filter(group -> group.length > 2 && ids.contains(group[2]))
        .map(group -> group[0])
        .collect(Collectors.toSet());
  }
}
