package silverpoint.machine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;

/** I3, I7: Speeds at the corners, by hand and as a whole. */
class LookAheadTest {
  private static final Box AREA = new Box(0, 0, 1000, 1000);
  private static final double SQRT_HALF = Math.sqrt(0.5);

  @Test
  void rightAngleFollowsTheJunctionDeviation() {
    LookAhead lookAhead = lookAhead(Settings.round(), Lines.line(0, 0, 50, 0, 50, 50));
    double squared = 100 * 0.05 * SQRT_HALF / (1 - SQRT_HALF);
    assertThat(lookAhead.cornerSpeedMmPerS(1)).isCloseTo(Math.sqrt(squared), within(1e-12));
    assertThat(lookAhead.profile(0).endMmPerS()).isCloseTo(3.474, within(1e-3));
  }

  @Test
  void rightAngleOfShortMovesTouchesThemNoFurtherThanTheirMiddle() {
    LookAhead lookAhead = lookAhead(Settings.round(), Lines.line(0, 0, 50, 0, 50, 0.1));
    assertThat(lookAhead.cornerSpeedMmPerS(1)).isCloseTo(Math.sqrt(0.5 * 0.1 * 100), within(1e-9));
  }

  @Test
  void returnsAtTheStartSpeed() {
    LookAhead lookAhead = lookAhead(Settings.round(), Lines.line(0, 0, 50, 0, 20, 0));
    assertThat(lookAhead.profile(0).endMmPerS()).isEqualTo(1);
    assertThat(lookAhead.profile(1).startMmPerS()).isEqualTo(1);
  }

  @Test
  void startsAndEndsAtTheStartSpeedAndCruisesAtTheFeedRate() {
    SpeedProfile profile = lookAhead(Settings.round(), Lines.line(0, 0, 50, 0)).profile(0);
    assertThat(profile).isEqualTo(new SpeedProfile(50, 1, 40, 1, 100));
  }

  @Test
  void steepMovesKeepTheLimitOfTheSlowerAxis() {
    MotionSettings settings =
        new MotionSettings(Settings.X, Settings.Y, 90, 1, 100, 0.05, 0, 20, 200);
    double diagonal = lookAhead(settings, Lines.line(0, 0, 300, 300)).profile(0).cruiseMmPerS();
    assertThat(diagonal * SQRT_HALF).isCloseTo(50, within(1e-3)).isLessThan(50);
    assertThat(lookAhead(settings, Lines.line(0, 0, 300, 0)).profile(0).cruiseMmPerS())
        .isEqualTo(90);
  }

  @Test
  void minimumCruiseRatioCapsAZigzagAtTheGentlePeak() {
    MotionSettings settings =
        new MotionSettings(Settings.X, Settings.Y, 40, 1, 100, 0.05, 0.5, 20, 200);
    SpeedProfile profile = lookAhead(settings, Lines.line(0, 0, 2, 0, 0, 0)).profile(0);
    // half of the acceleration: 1 + 2 * 50 mm/s2 * 1 mm
    assertThat(profile.cruiseMmPerS()).isCloseTo(Math.sqrt(101), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void isAFixedPoint(int seed) {
    MachineProfile machine = Lines.machine(seed % 2 == 0 ? "classic" : "pocket");
    MotionSettings settings = machine.motion();
    Polyline line =
        Lines.portrait(seed, machine.page().drawableMm(), machine.home().pointMm(), 300);
    Path path = Path.of(line, AREA, settings);
    LookAhead lookAhead = new LookAhead(path, new boolean[path.size()], settings);
    double startSpeed = settings.startSpeedMmPerS();
    double twiceAcceleration = 2 * settings.accelerationMmPerS2();
    assertThat(lookAhead.profile(0).startMmPerS()).isEqualTo(startSpeed);
    assertThat(lookAhead.profile(path.size() - 2).endMmPerS()).isEqualTo(startSpeed);
    for (int i = 1; i + 1 < path.size(); i++) {
      SpeedProfile before = lookAhead.profile(i - 1);
      SpeedProfile after = lookAhead.profile(i);
      double speedSq = after.startMmPerS() * after.startMmPerS();
      double corner = lookAhead.cornerSpeedMmPerS(i);
      double highestSq =
          Math.min(
              corner * corner,
              Math.min(
                  before.startMmPerS() * before.startMmPerS()
                      + twiceAcceleration * before.lengthMm(),
                  after.endMmPerS() * after.endMmPerS() + twiceAcceleration * after.lengthMm()));
      // equal: no limit is broken, and any higher speed would break one
      assertThat(speedSq).as("point %d", i).isCloseTo(highestSq, within(1e-9 * highestSq));
      assertThat(after.startMmPerS()).isEqualTo(before.endMmPerS());
      assertThat(speedSq).isGreaterThanOrEqualTo(startSpeed * startSpeed * (1 - 1e-12));
    }
  }

  private static LookAhead lookAhead(MotionSettings settings, Polyline line) {
    Path path = Path.of(line, AREA, settings);
    return new LookAhead(path, new boolean[path.size()], settings);
  }
}
