package silverpoint.kiosk.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static silverpoint.kiosk.doctor.Verdict.BROKEN;
import static silverpoint.kiosk.doctor.Verdict.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.inference.EngineBuild;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.gpio.GpioChip;

/** Computers with one thing wrong each: the doctor names it, with its cure, and nothing else. */
class DoctorTest {
  @TempDir private Path root;

  /**
   * A computer with something wrong.
   *
   * @param fault what is wrong with it
   * @param subject the finding that says so
   * @param says part of what it says
   * @param cure part of its cure
   */
  private record Sick(
      String name,
      Consumer<StagedComputer> fault,
      String subject,
      Verdict verdict,
      String says,
      String cure) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Sick sick(
      String name,
      Consumer<StagedComputer> fault,
      String subject,
      Verdict verdict,
      String says,
      String cure) {
    return new Sick(name, fault, subject, verdict, says, cure);
  }

  static Stream<Sick> sickPrograms() {
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

  static Stream<Sick> sickDevices() {
    return Stream.of(
        sick(
            "no webcam",
            c -> c.remove("dev/v4l"),
            "camera",
            BROKEN,
            "no webcam is plugged in",
            "plug one in"),
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

  static Stream<Sick> sickSystems() {
    return Stream.of(
        sick(
            "no real-time priority",
            c -> c.replace("proc/self/limits", "priority     49", "priority     0"),
            "real time",
            WARNING,
            "LimitRTPRIO=49",
            "limits.conf"),
        sick(
            "no locked memory",
            c ->
                c.replace("proc/self/limits", "memory         unlimited", "memory         8388608"),
            "real time",
            WARNING,
            "LimitMEMLOCK=infinity",
            "limits.conf"),
        sick(
            "/tmp is noexec",
            c -> c.replace("proc/self/mounts", "tmpfs rw", "tmpfs rw,nosuid,noexec"),
            "temporary files",
            WARNING,
            "noexec",
            "remount,exec"),
        sick(
            "there is no /tmp",
            c -> c.remove("tmp"),
            "temporary files",
            BROKEN,
            "cannot be written to",
            "chmod 1777"),
        sick(
            "no locale",
            c -> c.encoding = "ANSI_X3.4-1968",
            "locale",
            WARNING,
            "ANSI_X3.4-1968",
            "LC_ALL=C.UTF-8"),
        sick("a full disk", c -> c.freeBytes = 3_000_000, "disk", BROKEN, "only 3 MB", "make room"),
        sick(
            "a disk that is nearly full",
            c -> c.freeBytes = 300_000_000,
            "disk",
            WARNING,
            "only 300 MB",
            "make room"),
        sick(
            "a state that cannot be written",
            c -> {
              c.remove("state");
              c.write("state", "");
            },
            "disk",
            BROKEN,
            "cannot be written to",
            "--state"),
        sick(
            "a clock that was never set",
            c -> c.now = Instant.EPOCH,
            "clock",
            BROKEN,
            "1970-01-01T00:00:00Z",
            "timedatectl"),
        sick(
            "a clock that waits for the network",
            c -> c.remove("run/systemd/timesync/synchronized"),
            "clock",
            WARNING,
            "not set from the network",
            "connect the network"));
  }

  static Stream<Sick> sickKiosks() {
    return Stream.of(
        sick(
            "a setting that is out of range",
            c -> c.replace("config/booth.yaml", "consentS: 30", "consentS: 3"),
            "configuration",
            BROKEN,
            "booth.yaml, line 4",
            "configuration.md"),
        sick(
            "a machine with an unknown key",
            c -> c.replace("config/machines/pocket.yaml", "\\z", "lamp: 3\n"),
            "configuration",
            BROKEN,
            "pocket.yaml",
            "mend the line"),
        sick(
            "another program at the port",
            c -> c.socket(8080, "0A"),
            "ports",
            WARNING,
            "another program listens on 8080",
            "another port in web.yaml"),
        sick(
            "an open network without a PIN",
            c -> c.replace("config/web.yaml", "enabled: false", "enabled: true"),
            "network",
            BROKEN,
            "no PIN is set",
            "staff-pin"),
        sick(
            "an open network without a certificate",
            c -> {
              c.replace("config/web.yaml", "enabled: false", "enabled: true");
              c.write("state/web/staff-pins", "");
            },
            "network",
            BROKEN,
            "keystore.p12 cannot be read",
            "staff-certificate"),
        sick(
            "a program that crashed",
            c ->
                c.write(
                    "dev/shm/silverpoint-crash-812.log",
                    """
                    #
                    # A fatal error has been detected by the Java Runtime Environment:
                    #
                    #  SIGILL (0x4) at pc=0x00007f5e8a0c1b2d, pid=812, tid=813
                    #
                    # Problematic frame:
                    # C  [0.35.1-libdjl_torch.so+0x1c1b2d]  std::_Sp_counted_base+0x80
                    """),
            "last crash",
            WARNING,
            "SIGILL (0x4) at pc=0x00007f5e8a0c1b2d in [0.35.1-libdjl_torch.so+0x1c1b2d]",
            "silverpoint-crash-812.log"));
  }

  @Test
  void aSoundComputerIsFineInEverything() {
    Diagnosis diagnosis = new StagedComputer(root).examine();
    assertThat(diagnosis.findings()).filteredOn(f -> f.verdict() != Verdict.FINE).isEmpty();
    assertThat(diagnosis.findings()).extracting(Finding::subject).doesNotHaveDuplicates();
    assertThat(diagnosis.verdict()).isEqualTo(Verdict.FINE);
    assertThat(said(diagnosis, "camera")).isEqualTo("HD Webcam: HD Webcam at /dev/video0");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"sickPrograms", "sickDevices", "sickSystems", "sickKiosks"})
  void oneFaultIsNamedWithItsCureAndNothingElseIs(Sick sick) {
    StagedComputer computer = new StagedComputer(root);
    sick.fault.accept(computer);
    Diagnosis diagnosis = computer.examine();
    // libraries are not tried where the processor cannot run them
    List<Finding> troubles =
        diagnosis.findings().stream()
            .filter(finding -> finding.verdict() != Verdict.FINE)
            .filter(finding -> !finding.says().equals("not tried on this processor"))
            .toList();
    assertThat(troubles).hasSize(1);
    Finding trouble = troubles.getFirst();
    assertThat(trouble.subject()).isEqualTo(sick.subject);
    assertThat(trouble.verdict()).isEqualTo(sick.verdict);
    assertThat(diagnosis.verdict()).isEqualTo(sick.verdict);
    assertThat(trouble.says()).contains(sick.says).doesNotContain("\n", "Exception");
    assertThat(trouble.cure()).contains(sick.cure);
  }

  @Test
  void librariesThatTheProcessorCannotRunAreNotTouched() {
    StagedComputer computer = new StagedComputer(root);
    computer.write("proc/cpuinfo", "Features\t: fp asimd crc32\n");
    computer.libraries.put("libtorch", Optional.of("touched"));
    assertThat(said(computer.examine(), "libraries")).isEqualTo("not tried on this processor");
  }

  @ParameterizedTest(name = "gpiochip{0}")
  @ValueSource(ints = {0, 4, 11, 12, 13, 14, 15})
  void theChipIsFoundByItsLabelWhateverItsNumber(int number) {
    StagedComputer computer = new StagedComputer(root);
    computer.chips.set(0, StagedComputer.chip("gpiochip" + number, "pinctrl-rp1"));
    assertThat(said(computer.examine(), "gpio chip"))
        .isEqualTo("pinctrl-rp1 is /dev/gpiochip" + number);
  }

  @Test
  void withoutMotorsALaptopNeedsNoneOfTheirRights() {
    StagedComputer laptop = new StagedComputer(root);
    laptop.motors = false;
    laptop.architecture = "amd64";
    laptop.chips.clear();
    laptop.remove("proc/device-tree");
    laptop.replace("config/camera.yaml", "source: webcam", "source: demo");
    laptop.replace("proc/self/status", "Groups:.*", "Groups:\t");
    laptop.replace("proc/self/limits", "49|unlimited", "0");
    assertThat(laptop.examine().verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void theKiosksOwnPortIsNoOtherPrograms() throws IOException {
    StagedComputer computer = new StagedComputer(root);
    computer.socket(8080, "0A");
    computer.folder("proc/self/fd");
    Files.createSymbolicLink(root.resolve("proc/self/fd/7"), Path.of("socket:[4711]"));
    assertThat(computer.examine().verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void aConnectionAtThePortIsNoListener() {
    StagedComputer computer = new StagedComputer(root);
    computer.socket(8080, "01");
    assertThat(computer.examine().verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void rootNeedsNeitherGroupsNorLimits() {
    StagedComputer computer = new StagedComputer(root);
    computer.write("proc/self/status", "Uid:\t0\t0\nGid:\t0\t0\nGroups:\t\nCapEff:\t1ffffffffff\n");
    computer.remove("proc/self/limits");
    assertThat(computer.examine().verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void aComputerThatTellsNothingIsLookedAtToTheEnd() {
    StagedComputer computer = new StagedComputer(root);
    int looks = computer.examine().findings().size();
    for (String folder : List.of("proc", "sys", "dev", "etc", "run", "config", "models", "state")) {
      computer.remove(folder);
    }
    Diagnosis diagnosis = computer.examine();
    assertThat(diagnosis.findings()).hasSize(looks);
    assertThat(diagnosis.findings()).extracting(Finding::subject).doesNotContain("doctor");
  }

  @Test
  void thisComputerLoadsTheLibrariesOfTheKiosk() {
    Path here = Path.of("").toAbsolutePath();
    Diagnosis diagnosis =
        Doctor.ofThisComputer(
                new Installation(
                    here.resolve("models"),
                    List.of(here.resolve("kiosk-config")),
                    new MachineProfiles(here.resolve("kiosk-config/machines")),
                    root,
                    root,
                    List.of("edge-portrait"),
                    false,
                    GpioChip.RASPBERRY_PI))
            .examine();
    Set<String> sure = Set.of("java", "processor", "libraries", "models", "configuration");
    assertThat(diagnosis.findings())
        .filteredOn(finding -> sure.contains(finding.subject()))
        .hasSize(sure.size())
        .allMatch(finding -> finding.verdict() == Verdict.FINE);
  }

  @Test
  void nothingIsCalledWrongWithoutACure() {
    assertThatThrownBy(() -> new Finding("disk", BROKEN, "it is full", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Finding("disk", Verdict.FINE, "there is room", "make room"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String said(Diagnosis diagnosis, String subject) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.subject().equals(subject))
        .map(Finding::says)
        .findFirst()
        .orElseThrow();
  }
}
