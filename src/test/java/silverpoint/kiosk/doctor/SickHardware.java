package silverpoint.kiosk.doctor;

import static silverpoint.kiosk.doctor.SickComputer.sick;
import static silverpoint.kiosk.doctor.Verdict.BROKEN;
import static silverpoint.kiosk.doctor.Verdict.WARNING;

import java.util.Optional;
import java.util.stream.Stream;
import silverpoint.foundation.inference.EngineBuild;
import silverpoint.machine.gpio.GpioChip;

/** What is wrong with Java, the processor, libraries, models, and what is plugged in. */
final class SickHardware {
  private SickHardware() {}

  static Stream<SickComputer> programs() {
    return Stream.of(
        sick(
            "an old Java",
            c -> c.java = Runtime.Version.parse("21.0.2"),
            "java",
            BROKEN,
            "Java 21.0.2 is too old",
            "openjdk-25-jre-headless"),
        sick(
            "a Raspberry Pi 4",
            c -> c.write("proc/cpuinfo", "Features\t: fp asimd crc32 cpuid\n"),
            "processor",
            BROKEN,
            "atomic instructions",
            "Raspberry Pi 5"),
        sick(
            "a 32-bit system",
            c -> c.architecture = "arm",
            "processor",
            BROKEN,
            "(arm)",
            "64-bit Raspberry Pi OS"),
        sick(
            "a system library is missing",
            c -> c.libraries.put("libtorch", Optional.of("libgomp.so.1: cannot open\nshared")),
            "libraries",
            BROKEN,
            "libtorch cannot be loaded: libgomp.so.1: cannot open shared",
            "the system's package"),
        sick(
            "a system without the libraries of sound and windows",
            c -> c.libraries.put("FFmpeg", Optional.of("no jniavdevice in java.library.path")),
            "libraries",
            BROKEN,
            "FFmpeg cannot be loaded",
            "apt-get install libasound2t64"),
        sick(
            "HOME is noexec",
            c -> c.libraries.put("OpenCV", Optional.of("failed to map segment")),
            "libraries",
            BROKEN,
            "OpenCV",
            "noexec"),
        sick(
            "a model is damaged",
            c -> c.replace("models/face-mesh/card.yaml", "sha256: ...", "sha256: 000"),
            "models",
            BROKEN,
            "damaged",
            "git checkout -- models"),
        sick(
            "a model is missing",
            c -> c.neededModels.add("edge-portrait"),
            "models",
            BROKEN,
            "edge-portrait/card.yaml",
            "git checkout -- models"),
        sick(
            "all models are missing",
            c -> c.remove("models"),
            "models",
            BROKEN,
            "cannot be read",
            "install the package again"),
        sick(
            "a GPU without driver",
            StagedComputer::gpu,
            "gpu",
            WARNING,
            "driver",
            "NVIDIA's driver"),
        sick(
            "a GPU and a libtorch for the CPU",
            StagedComputer::gpuDriver,
            "gpu",
            WARNING,
            "PyTorch 2.7.1 is built for the processor alone",
            "PYTORCH_LIBRARY_PATH"),
        sick(
            "a GPU that CUDA does not find",
            c -> {
              c.gpuDriver();
              c.engine = new EngineBuild("PyTorch 2.7.1", true, 0);
            },
            "gpu",
            WARNING,
            "finds no GPU",
            "nvidia-smi"));
  }

  static Stream<SickComputer> devices() {
    return Stream.of(
        sick(
            "no webcam",
            c -> c.remove("dev/v4l"),
            "camera",
            BROKEN,
            "no webcam is plugged in",
            "plug one in"),
        sick(
            "no camera at all for a machine with motors",
            c -> {
              c.replace("config/camera.yaml", "source: webcam", "source: auto");
              c.remove("dev/v4l");
            },
            "camera",
            WARNING,
            "nothing is plugged in, so 'source: auto' means the demo",
            "plug in a webcam"),
        sick(
            "a webcam that cannot be told of the light",
            c -> c.replace("config/camera.yaml", "mainsHz: 0", "mainsHz: 50"),
            "camera",
            WARNING,
            "HD Webcam at /dev/video0 is told nothing of the light",
            "apt-get install v4l-utils"),
        sick(
            "another webcam than the one of the settings",
            c -> c.replace("config/camera.yaml", "source: webcam", "source: /dev/video7"),
            "camera",
            BROKEN,
            "/dev/video7 is not there; plugged in: HD Webcam: HD Webcam at /dev/video0",
            "another source"),
        sick(
            "a Pi camera without its program",
            c -> c.replace("config/camera.yaml", "source: webcam", "source: pi"),
            "camera",
            BROKEN,
            "rpicam-vid",
            "rpicam-apps"),
        sick(
            "a Pi camera whose cable is loose",
            c -> {
              c.replace("config/camera.yaml", "source: webcam", "source: pi");
              c.write("usr/bin/rpicam-vid", "");
            },
            "camera",
            BROKEN,
            "sees no camera",
            "ribbon cable"),
        sick(
            "no GPIO",
            c -> c.chips.clear(),
            "gpio chip",
            BROKEN,
            "there is none",
            "Raspberry Pi OS"),
        sick(
            "the GPIO of another board",
            c -> c.chips.removeFirst(),
            "gpio chip",
            BROKEN,
            "gpiochip11 (gpio-brcmstb@107d508500)",
            "--chip"),
        sick(
            "GPIO without permission",
            c -> c.chips.set(0, StagedComputer.chip("gpiochip0", GpioChip.NO_PERMISSION)),
            "gpio chip",
            BROKEN,
            "gpiochip0 (no permission)",
            "usermod -aG gpio"),
        sick(
            "a user who is in no group",
            c -> c.replace("proc/self/status", "Groups:.*", "Groups:\t"),
            "groups",
            BROKEN,
            "not in gpio,video",
            "usermod -aG gpio,video"),
        sick(
            "a system without the group gpio",
            c -> c.replace("etc/group", "gpio:.*\n", ""),
            "groups",
            BROKEN,
            "not in gpio",
            "groupadd --system gpio"));
  }
}
