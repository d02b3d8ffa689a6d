package silverpoint.kiosk.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.history.FaultEntry;
import silverpoint.kiosk.history.LineFigures;
import silverpoint.kiosk.history.SessionEntry;

/** The day in numbers and the work of the machine, counted by hand. */
class LookingBackTest {
  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final Instant TEN = Instant.parse("2026-06-01T10:00:00Z");

  private static SessionEntry drawn(long number, Instant began, double missedS, int redraws) {
    Instant started = began.plusSeconds(60);
    Instant ended = started.plusSeconds(90);
    return new SessionEntry(
        number,
        1,
        began,
        Optional.of(ended),
        Optional.of("DRAWN"),
        1,
        Optional.of(began.plusSeconds(30)),
        Optional.of(ended.minusMillis(Math.round(1000 * missedS))),
        0,
        Optional.of(started),
        Optional.of(ended),
        0,
        redraws,
        90,
        Optional.of(120.0),
        Optional.of(new LineFigures(100, 1500, 30, 300, 210, 190, 480, "contour")));
  }

  @Test
  void dayCountsGuestsTimesPromisesAndFaultsByTheHour() {
    List<SessionEntry> sessions =
        List.of(
            drawn(1, TEN, 4, 0),
            drawn(2, TEN.plusSeconds(300), -8, 0),
            drawn(3, TEN.plusSeconds(3700), 2, 0));
    List<FaultEntry> faults =
        List.of(
            new FaultEntry(TEN.minusSeconds(60), "CAMERA", "unplugged"),
            new FaultEntry(TEN.plusSeconds(10), "PLOTTER", "no power"),
            new FaultEntry(TEN.plusSeconds(20), "PLOTTER", "no power"));
    DayView day = DayView.of(sessions, faults, ZONE);
    assertThat(day.sessions()).isEqualTo(3);
    assertThat(day.retakes()).isEqualTo(3);
    assertThat(day.waitS()).contains(30.0);
    assertThat(day.promiseErrorS()).contains(4.0);
    assertThat(day.promiseErrorP95S()).contains(8.0);
    assertThat(day.faults()).isEqualTo(Map.of("CAMERA", 1, "PLOTTER", 2));
    assertThat(day.lastFaults()).first().extracting(DayView.FaultView::kind).isEqualTo("PLOTTER");
    assertThat(day.hours())
        .extracting(DayView.Hour::sessions, DayView.Hour::faults)
        .containsExactly(Tuple.tuple(0, 1), Tuple.tuple(2, 2), Tuple.tuple(1, 0));
  }

  @Test
  void redrawsWearTheMachineToo() {
    MaintenanceView.Wear wear = MaintenanceView.Wear.of(List.of(drawn(1, TEN, 0, 2)));
    assertThat(wear).isEqualTo(new MaintenanceView.Wear(3, 4.5, 270 / 3600.0, 630, 570));
  }

  @Test
  void calibrationIsDueAfterItsHoursAndCountsFromTheLast() {
    List<SessionEntry> long26Hours = Collections.nCopies(26 * 40, drawn(1, TEN, 0, 0));
    MaintenanceView never = MaintenanceView.of(long26Hours, Optional.empty(), ZONE);
    assertThat(never.calibrationIsDue()).isTrue();
    assertThat(never.hoursToCalibration()).isZero();
    MaintenanceView after =
        MaintenanceView.of(long26Hours, Optional.of(LocalDate.of(2026, 6, 2)), ZONE);
    assertThat(after.calibrationIsDue()).isFalse();
    assertThat(after.hoursToCalibration()).isEqualTo(25);
    assertThat(after.life().drawnHours()).isEqualTo(26);
    assertThat(after.sinceCalibration().reversalsX()).isZero();
  }
}
