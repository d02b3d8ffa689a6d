package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a calibration has measured is a file of its own, over the profile, which stays as it is. */
class MeasuredValuesTest {
  private static final Path SHIPPED = Path.of("kiosk-config", "machines");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir private Path folder;

  private MachineProfiles machines() {
    return new MachineProfiles(SHIPPED).withMeasured(folder.resolve("machines"));
  }

  @Test
  void goOverTheProfileAndChangeNothingElse() {
    MachineProfile before = machines().load("classic");
    assertThat(machines().measuredOn("classic")).isEmpty();
    machines()
        .keep(
            "classic",
            Map.of("motion.x.stepsPerMm", "87.125", "motion.y.backlashSteps", "171"),
            DAY);
    MachineProfile after = machines().load("classic");
    assertThat(after.motion().x().stepsPerMm()).isEqualTo(87.125);
    assertThat(after.motion().y().backlashSteps()).isEqualTo(171);
    assertThat(after.motion().x().backlashSteps()).isEqualTo(before.motion().x().backlashSteps());
    assertThat(after.simulator()).isEqualTo(before.simulator());
    assertThat(machines().measuredOn("classic")).contains(DAY);
    assertThat(machines().measuredOn("pocket")).isEmpty();
  }

  @Test
  void areAFileThatAPersonReads() {
    machines()
        .keep(
            "classic",
            Map.of(
                "motion.y.stepsPerMm", "46.5",
                "motion.x.stepsPerMm", "43.2",
                "motion.x.backlashSteps", "66"),
            DAY);
    assertThat(folder.resolve("machines/classic.yaml"))
        .content()
        .endsWith(
            """
            motion:
              x:
                backlashSteps: 66  # measured 2026-11-23
                stepsPerMm: 43.2  # measured 2026-11-23
              y:
                stepsPerMm: 46.5  # measured 2026-11-23
            """);
  }

  @Test
  void takeThePlaceOfThoseBefore() {
    machines().keep("classic", Map.of("motion.x.stepsPerMm", "40"), DAY);
    machines().keep("classic", Map.of("motion.y.stepsPerMm", "41"), DAY.plusDays(1));
    assertThat(machines().load("classic").motion().x().stepsPerMm()).isEqualTo(43.15);
    assertThat(machines().load("classic").motion().y().stepsPerMm()).isEqualTo(41);
    assertThat(machines().measuredOn("classic")).contains(DAY.plusDays(1));
  }

  @Test
  void thatNoMachineCanHaveAreNotKept() throws IOException {
    machines().keep("classic", Map.of("motion.x.stepsPerMm", "40"), DAY);
    assertThatThrownBy(() -> machines().keep("classic", Map.of("motion.x.stepsPerMm", "-1"), DAY))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("stepsPerMm must lie in 0.01..10000");
    assertThatThrownBy(() -> machines().keep("classic", Map.of("motion.z.stepsPerMm", "1"), DAY))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("motion.z");
    assertThat(machines().load("classic").motion().x().stepsPerMm()).isEqualTo(40);
    assertThat(folder.resolve("machines").toFile().list()).containsExactly("classic.yaml");
  }

  @Test
  void aFolderThatTakesNoFileIsOneLine() throws IOException {
    Files.createFile(folder.resolve("machines"));
    assertThatThrownBy(() -> machines().keep("classic", Map.of("motion.x.stepsPerMm", "1"), DAY))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("classic.yaml cannot be written");
  }
}
