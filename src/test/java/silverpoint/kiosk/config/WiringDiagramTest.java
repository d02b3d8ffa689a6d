package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.machine.driver.FourPhaseDriver;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.driver.StepDirectionDriver;
import silverpoint.machine.plotter.ControlPins;

/** Whoever wires a machine by its picture has the machine of the shipped profile. */
class WiringDiagramTest {
  /** Pin of the 40-pin header for each BCM number, as the Raspberry Pi's makers number them. */
  private static final Map<Integer, Integer> HEADER =
      Map.ofEntries(
          Map.entry(12, 32),
          Map.entry(16, 36),
          Map.entry(17, 11),
          Map.entry(20, 38),
          Map.entry(21, 40),
          Map.entry(22, 15),
          Map.entry(23, 16),
          Map.entry(24, 18),
          Map.entry(25, 22),
          Map.entry(26, 37),
          Map.entry(27, 13));

  /** Microsteps of a DRV8825 by M0, and twice M1, and four times M2. */
  private static final List<Integer> MICROSTEPS = List.of(1, 2, 4, 8, 16, 32, 32, 32);

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void everyLineOfTheProfileEndsAtItsPin(String name) throws Exception {
    WiringDiagram diagram = diagram(name);
    Map<Integer, Set<String>> expected = expected(profile(name));
    assertThat(HEADER.keySet()).containsAll(expected.keySet());
    expected.forEach((pin, ends) -> {
      assertThat(diagram.joinedWith(label(pin))).as(label(pin)).isEqualTo(ends);
      assertThat(diagram.texts()).contains(label(pin));
    });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void noOtherPinOfTheComputerIsNamed(String name) throws Exception {
    assertThat(diagram(name).texts().stream().filter(text -> text.startsWith("BCM ")))
        .containsExactlyInAnyOrderElementsOf(
            expected(profile(name)).keySet().stream().map(WiringDiagramTest::label).toList());
    assertThat(diagram(name).looseEnds()).isZero();
  }

  @Test
  void theMicrostepsOfTheBoardsAreThoseOfTheProfile() throws Exception {
    Set<String> high = diagram("classic").joinedWith("3V3 (1)");
    for (String axis : List.of("x", "y")) {
      int code = 0;
      for (int bit = 0; bit < 3; bit++) {
        code += high.contains(axis + " M" + bit) ? 1 << bit : 0;
      }
      assertThat(MICROSTEPS.get(code)).isEqualTo(profile("classic").simulator().x().microsteps());
      assertThat(high).contains(axis + " RST", axis + " SLP", "10k, other side");
    }
  }

  @Test
  void groundsMeetAtOnePointAndMotorsHaveTheirOwnSupply() throws Exception {
    assertThat(diagram("classic").joinedWith("GND (6)"))
        .containsExactlyInAnyOrder("supply -", "x GND", "x motor GND", "y GND", "y motor GND");
    assertThat(diagram("classic").joinedWith("contact 1, other side"))
        .containsExactlyInAnyOrder("x VMOT", "y VMOT");
    assertThat(diagram("pocket").joinedWith("GND (6)"))
        .containsExactlyInAnyOrder("supply -", "x -", "y -");
    assertThat(diagram("pocket").joinedWith("contact 1, other side"))
        .containsExactlyInAnyOrder("x +", "y +");
    for (String name : List.of("classic", "pocket")) {
      assertThat(diagram(name).joinedWith("supply +")).containsExactly("fuse");
      assertThat(diagram(name).joinedWith("fuse, other side")).containsExactly("contact 1");
      assertThat(diagram(name).joinedWith("GND (39)"))
          .containsExactlyInAnyOrder(
              "start button, other side",
              "emergency stop, contact 2, other side",
              "tilt switch, other side");
    }
  }

  @Test
  void aLineThatIsShiftedOrADotThatIsMissingIsFound() throws Exception {
    String svg = Files.readString(Path.of("src/docs/wiring-classic.svg"));
    WiringDiagram shifted = new WiringDiagram(svg.replace("150,190 163,201", "150,212 163,201"));
    assertThat(shifted.joinedWith("BCM 17 (11)")).isEmpty();
    assertThat(shifted.joinedWith("BCM 27 (13)")).contains("x STEP", "x DIR");
    WiringDiagram undotted =
        new WiringDiagram(svg.replaceFirst("<circle class=\"joint\" cx=\"574\"[^>]*>", ""));
    assertThat(undotted.joinedWith("BCM 24 (18)")).doesNotContain("x EN");
    assertThat(undotted.looseEnds()).isOne();
  }

  private static Map<Integer, Set<String>> expected(MachineProfile profile) {
    Map<Integer, Set<String>> ends = new TreeMap<>();
    MotorDriver driver = profile.driver();
    if (driver instanceof StepDirectionDriver chips) {
      ends.put(chips.x().stepPin(), Set.of("x STEP"));
      ends.put(chips.x().directionPin(), Set.of("x DIR"));
      ends.put(chips.y().stepPin(), Set.of("y STEP"));
      ends.put(chips.y().directionPin(), Set.of("y DIR"));
      ends.put(chips.enablePin(), Set.of("x EN", "y EN", "10k"));
    } else if (driver instanceof FourPhaseDriver boards) {
      for (int coil = 0; coil < 4; coil++) {
        ends.put(boards.x().coilPins().get(coil), Set.of("x IN" + (coil + 1)));
        ends.put(boards.y().coilPins().get(coil), Set.of("y IN" + (coil + 1)));
      }
    }
    ControlPins controls = profile.controls();
    ends.put(controls.startPin(), Set.of("start button"));
    ends.put(controls.emergencyStopPin(), Set.of("emergency stop, contact 2"));
    ends.put(controls.tiltPin(), Set.of("tilt switch"));
    return ends;
  }

  private static String label(int pin) {
    return "BCM " + pin + " (" + HEADER.get(pin) + ")";
  }

  private static MachineProfile profile(String name) {
    return new MachineProfiles(Path.of("kiosk-config", "machines")).load(name);
  }

  private static WiringDiagram diagram(String name) throws Exception {
    return new WiringDiagram(Files.readString(Path.of("src/docs/wiring-" + name + ".svg")));
  }
}
