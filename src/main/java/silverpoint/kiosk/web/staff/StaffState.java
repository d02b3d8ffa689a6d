package silverpoint.kiosk.web.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.kiosk.web.LineView;

/**
 * The booth as the staff page follows it; times are ms since 1970.
 *
 * @param phase the booth in one word
 * @param sinceMs when the phase began
 * @param hint key of what the guest is asked to do; empty for nothing
 * @param faults the most hindering first
 * @param refused commands that do not fit, and why; all others fit
 * @param parkedFor whose line begins where the stylus waits for the toy to be shaken; null for the
 *     machine's park point, and at any other time
 * @param lineNumber changes with the line that /api/v1/line gives; 0 when there is none
 * @param lineSession whose line it is; 0 when there is none
 * @param calibration the question that is open
 * @param profileIsNewer whether the machine was calibrated since the kiosk began: it counts from
 *     the next start
 */
@WireName("StaffState")
record StaffState(
    String phase,
    long sinceMs,
    boolean open,
    Part visitor,
    Part machine,
    String hint,
    Optional<Progress> progress,
    List<Waiting> queue,
    List<Trouble> faults,
    Map<String, String> refused,
    Optional<Long> parkedFor,
    long lineNumber,
    long lineSession,
    Kiosk.CameraView camera,
    Kiosk.Choices settings,
    Optional<Kiosk.CalibrationView> calibration,
    boolean profileIsNewer) {

  /**
   * One of the booth's two tracks.
   *
   * @param session whom it serves; null for nobody
   * @param style in which that guest is drawn; null as long as it is not known
   */
  @WireName("StaffStatePart")
  record Part(String state, Optional<Long> session, Optional<String> style) {}

  /**
   * How far the drawing is.
   *
   * @param doneS planned time of what is drawn
   * @param leftS until the end, when it is not paused
   * @param source where the estimate comes from
   */
  @WireName("StaffStateProgress")
  record Progress(
      long session,
      double doneS,
      double plannedS,
      double elapsedS,
      double leftS,
      long doneAtMs,
      String source) {}

  @WireName("StaffStateWaiting")
  record Waiting(
      long session, String style, double drawTimeS, long promisedAtMs, long expectedAtMs) {}

  @WireName("StaffStateTrouble")
  record Trouble(String kind, String message, long sinceMs, int attempts) {}

  static StaffState of(BoothSnapshot booth, Kiosk kiosk, Optional<LineView> line, long lineNumber) {
    Map<String, String> refused = new TreeMap<>();
    booth.refused().forEach((command, why) -> refused.put(command, why.name()));
    Kiosk.CameraView camera = kiosk.camera();
    return new StaffState(
        booth.phase().name(),
        booth.since().toEpochMilli(),
        booth.state().open(),
        new Part(
            WireName.Of.kind(booth.state().visitor().getClass()),
            booth.state().visitor().guest().map(guest -> guest.number()),
            style(booth.state().visitor())),
        new Part(
            WireName.Of.kind(booth.state().machine().getClass()),
            booth.state().machine().ticket().map(ticket -> ticket.number()),
            booth.state().machine().ticket().map(ticket -> ticket.taken().style())),
        booth.hint(),
        booth.progress().map(progress -> progress(progress, line)),
        booth.queue().stream()
            .map(waiting ->
                new Waiting(
                    waiting.session(),
                    waiting.style(),
                    tenths(waiting.drawTimeS()),
                    seconds(waiting.promisedAt()),
                    seconds(waiting.expectedAt())))
            .toList(),
        booth.faults().stream()
            .map(fault ->
                new Trouble(
                    fault.kind().name(),
                    fault.message(),
                    fault.since().toEpochMilli(),
                    fault.attempts()))
            .toList(),
        refused,
        booth.state().machine().parkedFor(),
        line.isPresent() ? lineNumber : 0,
        line.map(LineView::session).orElse(0L),
        new Kiosk.CameraView(
            camera.name(), camera.status(), Math.rint(camera.framesPerS()), camera.lastError()),
        kiosk.choices(),
        kiosk.calibration(),
        kiosk.profileIsNewer());
  }

  private static Optional<String> style(VisitorState visitor) {
    return switch (visitor) {
      case VisitorState.Review review -> Optional.of(review.chosen().style());
      case VisitorState.Queued queued -> Optional.of(queued.ticket().taken().style());
      default -> Optional.empty();
    };
  }

  private static Progress progress(BoothSnapshot.Progress progress, Optional<LineView> line) {
    double plannedS = line.map(LineView::durationS).orElse(0.0);
    return new Progress(
        progress.session(),
        tenths(progress.share() * plannedS),
        tenths(plannedS),
        Math.rint(progress.elapsedS()),
        Math.rint(progress.leftS()),
        seconds(progress.doneAt()),
        progress.source().name());
  }

  /** Finer times would make every look at the booth a change. */
  private static long seconds(Instant at) {
    return Math.floorDiv(at.toEpochMilli() + 500, 1000) * 1000;
  }

  private static double tenths(double value) {
    return Math.rint(value * 10) / 10;
  }
}
