package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.machine.driver.FourPhaseDriver;

/**
 * A kiosk's own settings say only what differs from the shipped ones, so that a new version brings
 * new keys without anybody's help; what is wrong in them is named with their file and line.
 */
class OwnSettingsTest {
  private static final Path SHIPPED = Path.of("kiosk-config");

  @TempDir private Path own;

  private void say(String text) throws IOException {
    Files.writeString(own.resolve("booth.yaml"), text);
  }

  @Test
  void goOverTheShippedOnesKeyByKey() throws IOException {
    say("visitor: {retakes: 5}\nqueue:\n  longest: 7\n");
    assertThat(BoothConfig.load(SHIPPED, own).visitor().retakes()).isEqualTo(5);
    assertThat(BoothConfig.load(SHIPPED, own).visitor().misses()).isEqualTo(3);
    assertThat(BoothConfig.load(SHIPPED, own).queue().longest()).isEqualTo(7);
    assertThat(BoothConfig.load(SHIPPED, own).machine())
        .isEqualTo(BoothConfig.load(SHIPPED).machine());
  }

  @Test
  void mayBeTheWholeFile() throws IOException {
    say(Files.readString(SHIPPED.resolve("booth.yaml")).replace("retakes: 2", "retakes: 1"));
    assertThat(BoothConfig.load(SHIPPED, own).visitor().retakes()).isEqualTo(1);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", "# retakes: 5", "visitor:", "visitor:\n  # retakes: 5\n", "---"})
  void thatSayNothingChangeNothing(String text) throws IOException {
    say(text);
    assertThat(BoothConfig.load(SHIPPED, own)).isEqualTo(BoothConfig.load(SHIPPED));
  }

  @Test
  void inAFolderThatIsNotThereAreNone() {
    assertThat(BoothConfig.load(SHIPPED, own.resolve("nowhere")))
        .isEqualTo(BoothConfig.load(SHIPPED));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          #/visitor:/  retakes: 50   | , line 3: visitor: retakes must lie in 0.0..5.0: 50.0
          visitor: {retakes: 50}     | , line 1: visitor: retakes must lie in 0.0..5.0: 50.0
          #/visitor:/  retake: 5     | , line 3: unknown key visitor.retake; known there:
          visitor: {retake: 5}       | , line 1: unknown key visitor.retake; known there:
          visitors:/  retakes: 5     | , line 1: unknown key visitors; known there:
          visitor:/  retakes: many   | , line 2: visitor.retakes must be a whole number, not 'many'
          visitor:/  retakes: 1.5    | , line 2: visitor.retakes must be a whole number
          visitor:/  retakes:        | , line 2: visitor.retakes must be a whole number
          visitor: 3                 | , line 1: visitor must be a group of keys
          visitor: [1]               | , line 1: visitor must be a group of keys
          3                          | , line 1: the file must be a group of keys
          queue:/  longest: 1: 2     | , line 2: this is not YAML:
          queue:/  longest: 1/  longest: 2 | , line 3: this is not YAML:
          """)
  void areNamedWhereTheyAreWrong(String text, String problem) throws IOException {
    say(text.replace('/', '\n'));
    assertThatThrownBy(() -> BoothConfig.load(SHIPPED, own))
        .isInstanceOf(ConfigException.class)
        .message()
        .startsWith(own.resolve("booth.yaml") + problem)
        .doesNotContain("\n", "silverpoint.", "Feature", "`");
  }

  @Test
  void ofAMachineSayWhatDiffers() throws IOException {
    Files.writeString(own.resolve("classic.yaml"), "driver: {enablePin: 25}\nmounting: PORTRAIT\n");
    MachineProfiles machines = new MachineProfiles(SHIPPED.resolve("machines"), own);
    assertThat(machines.load("classic").mounting()).isEqualTo(Mounting.PORTRAIT);
    assertThat(machines.load("classic").driver().pins()).contains(25).doesNotContain(24);
    assertThat(machines.names()).containsExactly("classic", "grbl", "pocket");
  }

  @Test
  void ofADriverOfAnotherTypeLeaveNothingOfTheShippedOne() throws IOException {
    String pocket = Files.readString(SHIPPED.resolve("machines/pocket.yaml"));
    Files.writeString(
        own.resolve("classic.yaml"),
        pocket.substring(pocket.indexOf("\nmotion:"), pocket.indexOf("\ncontrols:")));
    MachineProfiles machines = new MachineProfiles(SHIPPED.resolve("machines"), own);
    assertThat(machines.load("classic").driver()).isInstanceOf(FourPhaseDriver.class);
  }
}
