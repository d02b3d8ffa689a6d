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

/** Whoever measures a toy edits YAML: a mistake is named in one line with its file and its key. */
class MachineProfilesTest {
  private static final Path SHIPPED = Path.of("kiosk-config", "machines");

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "grbl", "pocket"})
  void loadsTheShippedProfiles(String name) {
    MachineProfile profile = new MachineProfiles(SHIPPED).load(name);
    assertThat(profile.page().drawableMm().contains(profile.home().pointMm())).isTrue();
    assertThat(profile.simulator().x().stepsPerMm()).isEqualTo(profile.motion().x().stepsPerMm());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          backlashSteps: 65       | backlashSteps: 1.5       | , line 21: motion.x.backlashSteps must be a whole number, not '1.5'
          backlashSteps: 65       | backlashSteps: many      | , line 21: motion.x.backlashSteps must be a whole number, not 'many'
          backlashSteps: 65       | backlashSteps: true      | , line 21: motion.x.backlashSteps must be a whole number
          backlashSteps: 65       | backlashSteps: [1, 2]    | , line 21: motion.x.backlashSteps must be a whole number
          backlashSteps: 65       | backlashSteps:           | , line 21: motion.x.backlashSteps must be a whole number
          backlashSteps: 65       | backlashSteps: 123456789012 | , line 21: motion.x.backlashSteps must be a smaller number
          stepsPerMm: 43.15        | stepsPerMm: 86,3         | , line 20: motion.x.stepsPerMm must be a number, not '86,3'
          homeApproach: NEGATIVE   | homeApproach: LEFT       | , line 23: motion.x.homeApproach must be NEGATIVE or POSITIVE, not 'LEFT'
          homeApproach: NEGATIVE   | homeApproach: 1          | , line 23: motion.x.homeApproach must be NEGATIVE or POSITIVE, not '1'
          home:                    | home: 3 #                | , line 10: home must be a group of keys
          """)
  void namesLineAndKeyOfAValueOfTheWrongType(String from, String to, String problem)
      throws IOException {
    assertRefused(classic().replaceFirst(from, to), problem);
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          backlashSteps: 65 | backlashSteps: -1 | , line 21: motion.x: backlashSteps must lie in 0..100000: -1
          stepsPerMm: 43.15  | stepsPerMm: .nan  | , line 20: motion.x: stepsPerMm must lie in 0.01..10000: NaN
          deadZoneSteps: 52 | deadZoneSteps: .inf | , line 65: simulator.x: deadZoneSteps must lie in 0.0..100000.0: Infinity
          elasticZoneSteps: 26 | elasticZoneSteps: 1e20 | , line 66: simulator.x: elasticZoneSteps must lie in 0.0..100000.0: 1.0E20
          microsteps: 8     | microsteps: 2000000000 | , line 67: simulator.x: microsteps must lie in 1.0..256.0: 2.0E9
          screenWidthMm: 152 | screenWidthMm: 1e308 | , line 60: simulator: screenWidthMm must lie in 10..1000: 1.0E308
          screenHeightMm: 106 | screenHeightMm: 60  | , line 4: page of 152.0 x 106.0 mm is larger than the simulator's screen of 152.0 x 60.0 mm
          widthMm: 152       | widthMm: 1e300       | , line 5: page: widthMm must lie in 10.0..1000.0: 1.0E300
          lineWidthMm: 0.5   | lineWidthMm: 1e-300  | , line 8: page: lineWidthMm must lie in 0.01..10.0: 1.0E-300
          accelerationMmPerS2: 1000 | accelerationMmPerS2: 1e-300 | , line 34: motion: accelerationMmPerS2 must lie in 0.0001..1000000: 1.0E-300
          stepsPerMm: 43.15  | stepsPerMm: 4.9e-324 | , line 20: motion.x: stepsPerMm must lie in 0.01..10000: 4.9E-324
          widthMm: 152       | widthMm: 4        | , line 4: page: page of 4.0 x 106.0 mm has no room inside a margin of 3.0
          decimals: 3        | decimals: 9          | , line 89: output.gcode: decimals must lie in 1..6: 9
          units: MM          | units: METRES        | , line 88: output.gcode.units must be MM or INCH, not 'METRES'
          header: \\[\\]      | header: [""]         | , line 91: output.gcode: header has an empty line; leave it out
          header: \\[\\]      | header: 3 #          | , line 91: output.gcode.header must be a list
          pen: false          | pen: perhaps         | , line 83: output.pen must be true or false, not 'perhaps'
          offsetXMm: 0        | offsetXMm: 1e9       | , line 85: output: offsetXMm must lie in -1000.0..1000.0: 1.0E9
          origin: BOTTOM_LEFT | origin: LEFT         | , line 84: output.origin must be BOTTOM_LEFT or TOP_LEFT or CENTER, not 'LEFT'
          feedRateMmPerS: 60 | feedRateMmPerS: 1 | , line 30: motion: startSpeedMmPerS 5.0 exceeds feedRateMmPerS 1.0 or takeUpFeedRateMmPerS 80.0
          """)
  void namesAValueOutOfBounds(String from, String to, String problem) throws IOException {
    assertRefused(classic().replaceFirst(from, to), problem);
  }

  @Test
  void aFileTooLargeForSettingsIsRefusedUnread() throws IOException {
    assertRefused(
        "# " + "a".repeat(20_000_000) + "\n" + classic(),
        " is larger than settings are, a million bytes at most");
  }

  @Test
  void aFileThatSaysNothingIsRefused() throws IOException {
    assertRefused("null", ": it says nothing");
    assertRefused("# a comment", ", line 1: the file must be a group of keys");
  }

  @Test
  void namesAMissingKey() throws IOException {
    assertRefused(
        classic().replaceFirst("backlashSteps: 65", ""),
        ": the key motion.x.backlashSteps is missing");
    assertRefused(
        classic().replaceFirst("controls:[^:]*:.*\n", "controls:\n"),
        ": the key controls.startPin is missing");
  }

  @Test
  void namesAMisspeltKey() throws IOException {
    assertRefused(
        classic().replaceFirst("page:", "pages:"),
        ", line 4: unknown key pages; the key page is missing");
    assertRefused(
        classic().replaceFirst("accelerationMmPerS2", "acceleration"),
        ", line 34: unknown key motion.acceleration; the key motion.accelerationMmPerS2 is missing");
  }

  @Test
  void namesAnUnknownKeyAndTheKnownOnes() throws IOException {
    assertRefused(
        classic().replaceFirst("marginMm: 3", "marginMm: 3\n  depthMm: 12"),
        ", line 8: unknown key page.depthMm; known there: heightMm, lineWidthMm, marginMm, widthMm");
  }

  @Test
  void refusesAKeyThatIsThereTwice() throws IOException {
    assertRefused(
        classic().replaceFirst("marginMm: 3", "marginMm: 3\n  marginMm: 4"), ", line 8: ");
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", "3", "[classic]"})
  void refusesAFileWithoutKeys(String text) throws IOException {
    assertRefused(text, ", line 1: the file must be a group of keys");
  }

  @Test
  void refusesWhatIsNotYaml() throws IOException {
    assertRefused(
        classic().replaceFirst("widthMm: 152", "widthMm: 152: 3"),
        ", line 5: this is not YAML: mapping values are not allowed here");
  }

  @Test
  void homeLiesInsideTheMargin() throws IOException {
    assertRefused(
        classic().replaceFirst("xMm: 3", "xMm: 1"),
        ", line 10: home Point[x=1.0, y=103.0] lies outside of the page's margin");
  }

  @Test
  void parkLiesInsideTheMarginInEitherMounting() throws IOException {
    assertRefused(
        classic().replaceFirst("landscape: .xMm: 62", "landscape: {xMm: 1"),
        ", line 14: park Point[x=1.0, y=103.0] lies outside of the page's margin");
    assertRefused(
        classic().replaceFirst("portrait: .xMm: 3", "portrait: {xMm: 1"),
        ", line 14: park Point[x=1.0, y=39.0] lies outside of the page's margin");
  }

  @Test
  void listsTheKnownMachinesWhenAnotherIsAskedFor() {
    assertThatThrownBy(() -> new MachineProfiles(SHIPPED).load("travel"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "there is no machine 'travel' in " + SHIPPED + "; known: classic, grbl, pocket");
  }

  @Test
  void namesTheDirectoryThatIsMissing() {
    Path nowhere = directory.resolve("nowhere");
    assertThatThrownBy(() -> new MachineProfiles(nowhere).names())
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(nowhere + " cannot be read");
  }

  private void assertRefused(String yaml, String problem) throws IOException {
    Path file = directory.resolve("mine.yaml");
    Files.writeString(file, yaml);
    assertThatThrownBy(() -> new MachineProfiles(directory).load("mine"))
        .isInstanceOf(ConfigException.class)
        .message()
        .startsWith(file + problem)
        .doesNotContain("\n", "silverpoint.", "Feature", "`");
  }

  private static String classic() throws IOException {
    return Files.readString(SHIPPED.resolve("classic.yaml"));
  }
}
