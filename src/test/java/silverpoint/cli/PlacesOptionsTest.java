package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.config.BoothConfig;

/** Two kiosks live on one computer: all that is a kiosk's own moves with its folders. */
class PlacesOptionsTest {
  private static final Path SHIPPED = Path.of("kiosk-config/machines/classic.yaml");

  @TempDir private Path dir;

  private Path config = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void stage() throws IOException {
    config = Files.createDirectory(dir.resolve("config"));
    state = dir.resolve("state");
  }

  private Called ofThisKiosk(String... arguments) {
    return Called.of(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--config", config.toString(), "--state", state.toString()))
            .toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "run",
        "camera",
        "history",
        "plot",
        "jog",
        "home",
        "park",
        "test-pattern",
        "calibrate",
        "staff-pin",
        "api-key"
      })
  void everyCommandOfAKioskHasBothFolders(String command) {
    CommandLine of = Objects.requireNonNull(Main.commandLine().getSubcommands().get(command));
    assertThat(of.getCommandSpec().optionsMap().keySet()).contains("--config", "--state");
  }

  @Test
  void keysAndTheAuditLogLieInTheState() throws IOException {
    Called made = ofThisKiosk("api-key", "dashboard");
    assertThat(made.exitCode()).as(made.err()).isZero();
    ApiKeys keys = new ApiKeys(state.resolve("web/api-keys"), new Random(1));
    assertThat(keys.roleOf(made.out().strip())).contains(Role.VIEWER);
    assertThat(Files.readString(state.resolve("web/audit.log"), StandardCharsets.UTF_8))
        .contains("made the API key dashboard");
  }

  @Test
  void theHistoryLiesInTheState() {
    assertThat(ofThisKiosk("history").exitCode()).isZero();
    assertThat(state.resolve("history.db")).exists();
  }

  @Test
  void whatIsMeasuredLiesInTheStateAndGoesOverTheProfile() throws IOException {
    String shipped = Files.readString(SHIPPED);
    Called called = ofThisKiosk("calibrate", "--worn", "1.6", "--write");
    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out()).contains("written to " + state.resolve("machines/classic.yaml"));
    assertThat(Files.readString(SHIPPED)).isEqualTo(shipped);
    Places places = new Places(config, state);
    assertThat(places.machines().load("classic").motion().x().backlashSteps()).isBetween(95, 115);
    assertThat(places.machines().measuredOn("classic")).isPresent();
    assertThat(Places.usual().machines().measuredOn("classic")).isEmpty();
  }

  @Test
  void settingsOfTheKioskGoOverTheShippedOnes() throws IOException {
    Files.writeString(config.resolve("booth.yaml"), "visitor:\n  retakes: 5\n");
    Files.writeString(config.resolve("camera.yaml"), "source: webcam:/dev/none\n");
    assertThat(ofThisKiosk("camera").out()).contains("the kiosk uses: webcam:/dev/none");
    Path[] configs = new Places(config, state).configs();
    assertThat(BoothConfig.load(configs).visitor().retakes()).isEqualTo(5);
    assertThat(BoothConfig.load(configs).visitor().misses()).isEqualTo(3);
  }

  @Test
  void aMachineOfTheKiosksOwnIsKnown() throws IOException {
    Files.createDirectory(config.resolve("machines"));
    Files.copy(SHIPPED, config.resolve("machines/mine.yaml"));
    assertThat(ofThisKiosk("home", "--machine", "mine").exitCode()).isZero();
    assertThat(ofThisKiosk("home", "--machine", "none").err())
        .contains("there is no machine 'none'", "known: classic, grbl, mine, pocket");
  }

  @Test
  void aFolderOfSettingsThatIsNotThereIsOneLine() {
    for (String command : List.of("history", "jog", "run")) {
      Called called = Called.of(command, "--config", dir.resolve("nowhere").toString());
      assertThat(called.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(called.complaints())
          .singleElement()
          .asString()
          .contains("nowhere: there is no such folder");
    }
  }
}
