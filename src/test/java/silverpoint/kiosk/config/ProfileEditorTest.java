package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileEditorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir Path directory;

  private Path file;
  private List<String> before = List.of();

  @BeforeEach
  void copy() throws IOException {
    file = directory.resolve("mine.yaml");
    Files.copy(Path.of("kiosk-config", "machines", "classic.yaml"), file);
    before = Files.readAllLines(file);
  }

  @Test
  void changesTheseValuesAndNoOtherLine() throws IOException {
    assertThat(ProfileEditor.measuredOn(file)).isEmpty();
    ProfileEditor.set(
        file, Map.of("motion.x.stepsPerMm", "87.125", "motion.y.backlashSteps", "171"), DAY);
    MachineProfile profile = new MachineProfiles(directory).load("mine");
    assertThat(profile.motion().x().stepsPerMm()).isEqualTo(87.125);
    assertThat(profile.motion().y().backlashSteps()).isEqualTo(171);
    assertThat(profile.simulator().x().stepsPerMm()).isEqualTo(43.15);
    List<String> after = Files.readAllLines(file);
    assertThat(after)
        .hasSameSizeAs(before)
        .contains("    stepsPerMm: 87.125  # measured 2026-11-23");
    long changed = 0;
    for (int i = 0; i < after.size(); i++) {
      changed += after.get(i).equals(before.get(i)) ? 0 : 1;
    }
    assertThat(changed).isEqualTo(2);
    assertThat(ProfileEditor.measuredOn(file)).contains(DAY);
  }

  @Test
  void aValueThatIsRefusedChangesNothing() throws IOException {
    assertThatThrownBy(() -> ProfileEditor.set(file, Map.of("motion.x.stepsPerMm", "-1"), DAY))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("stepsPerMm must lie in 0.01..10000");
    assertThat(Files.readAllLines(file)).isEqualTo(before);
    assertThat(directory.toFile().list()).containsExactly("mine.yaml");
  }

  @Test
  void anUnknownKeyChangesNothing() throws IOException {
    assertThatThrownBy(() -> ProfileEditor.set(file, Map.of("motion.z.stepsPerMm", "1"), DAY))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("motion.z.stepsPerMm");
    assertThat(Files.readAllLines(file)).isEqualTo(before);
  }
}
