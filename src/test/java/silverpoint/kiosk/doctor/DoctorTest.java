package silverpoint.kiosk.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static silverpoint.kiosk.doctor.Verdict.BROKEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.gpio.GpioChip;

/** Computers with one thing wrong each: the doctor names it, with its cure, and nothing else. */
class DoctorTest {
  @TempDir private Path root;

  @Test
  void aSoundComputerIsFineInEverything() {
    Diagnosis diagnosis = new StagedComputer(root).examine();
    assertThat(diagnosis.findings()).filteredOn(f -> f.verdict() != Verdict.FINE).isEmpty();
    assertThat(diagnosis.findings()).extracting(Finding::subject).doesNotHaveDuplicates();
    assertThat(diagnosis.verdict()).isEqualTo(Verdict.FINE);
    assertThat(said(diagnosis, "camera")).isEqualTo("HD Webcam: HD Webcam at /dev/video0");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("silverpoint.kiosk.doctor.SickComputer#all")
  void oneFaultIsNamedWithItsCureAndNothingElseIs(SickComputer sick) {
    StagedComputer computer = new StagedComputer(root);
    sick.fault().accept(computer);
    Diagnosis diagnosis = computer.examine();
    // libraries are not tried where the processor cannot run them
    List<Finding> troubles =
        diagnosis.findings().stream()
            .filter(finding -> finding.verdict() != Verdict.FINE)
            .filter(finding -> !finding.says().equals("not tried on this processor"))
            .toList();
    assertThat(troubles).hasSize(1);
    Finding trouble = troubles.getFirst();
    assertThat(trouble.subject()).isEqualTo(sick.subject());
    assertThat(trouble.verdict()).isEqualTo(sick.verdict());
    assertThat(diagnosis.verdict()).isEqualTo(sick.verdict());
    assertThat(trouble.says()).contains(sick.says()).doesNotContain("\n", "Exception");
    assertThat(trouble.cure()).contains(sick.cure());
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
  void whatGuestsTakeHomeIsSaidWithItsAddress() {
    StagedComputer computer = new StagedComputer(root);
    assertThat(said(computer.examine(), "page for phones")).startsWith("off");
    assertThat(said(computer.examine(), "receipt printer")).isEqualTo("off");
    computer.phonePage();
    computer.receiptPrinter();
    assertThat(said(computer.examine(), "page for phones"))
        .isEqualTo("at http://booth.lan:8090/ for phones in the same network");
    assertThat(said(computer.examine(), "receipt printer")).isEqualTo("192.168.1.50:9100: ready");
    assertThat(computer.examine().verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void autoIsTheWebcamThatIsPluggedIn() {
    StagedComputer computer = new StagedComputer(root);
    computer.replace("config/camera.yaml", "source: webcam", "source: auto");
    assertThat(said(computer.examine(), "camera")).isEqualTo("HD Webcam: HD Webcam at /dev/video0");
    assertThat(said(computer.examine(), "groups")).contains("video");
  }

  @Test
  void withoutMotorsALaptopNeedsNoneOfTheirRights() {
    StagedComputer laptop = new StagedComputer(root);
    laptop.motors = false;
    laptop.architecture = "amd64";
    laptop.chips.clear();
    laptop.remove("proc/device-tree");
    laptop.replace("config/camera.yaml", "source: webcam", "source: auto");
    laptop.remove("dev/v4l");
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
