package silverpoint.kiosk.booth;

import silverpoint.kiosk.booth.MachineState.Done;
import silverpoint.kiosk.booth.MachineState.Drawing;
import silverpoint.kiosk.booth.MachineState.Erase;
import silverpoint.kiosk.booth.MachineState.Faulted;
import silverpoint.kiosk.booth.MachineState.OutOfService;
import silverpoint.kiosk.booth.MachineState.Parking;
import silverpoint.kiosk.booth.MachineState.Paused;
import silverpoint.kiosk.booth.MachineState.Pausing;
import silverpoint.kiosk.booth.MachineState.Ready;
import silverpoint.kiosk.booth.MachineState.Recovering;
import silverpoint.kiosk.booth.MachineState.Servicing;
import silverpoint.kiosk.booth.MachineState.Stopping;
import silverpoint.kiosk.booth.VisitorState.Attract;
import silverpoint.kiosk.booth.VisitorState.Captured;
import silverpoint.kiosk.booth.VisitorState.Consent;
import silverpoint.kiosk.booth.VisitorState.Countdown;
import silverpoint.kiosk.booth.VisitorState.Finished;
import silverpoint.kiosk.booth.VisitorState.Framing;
import silverpoint.kiosk.booth.VisitorState.Queued;
import silverpoint.kiosk.booth.VisitorState.Review;
import silverpoint.kiosk.booth.VisitorState.Sketching;
import silverpoint.kiosk.booth.VisitorState.Sorry;

/** When each state changes by itself, in booth time. */
final class TimeOuts {
  private TimeOuts() {}

  static long ofVisitor(BoothState state, BoothSettings booth) {
    VisitorSettings settings = booth.visitor();
    VisitorState visitor = state.visitor();
    long goneMs = Math.max(visitor.sinceMs(), state.seen().lastMs()) + Change.ms(settings.leftS());
    return switch (visitor) {
      case Attract attract ->
          VisitorTransitions.invites(state, booth) ? attract.sinceMs() : BoothTransitions.NEVER_MS;
      case Finished finished ->
          VisitorTransitions.isThere(state.machine(), finished)
              ? shownUntilMs(finished, booth.machine())
              : finished.sinceMs();
      case Consent(long since, Session session) -> {
        double agreesS =
            settings
                .staysToAgreeS(state.seen())
                .filter(_ -> state.seen().wellFramed())
                .orElse(settings.consentS());
        long answeredMs = since + Change.ms(Math.min(agreesS, settings.consentS()));
        yield session.track() == 0 ? answeredMs : Math.min(goneMs, answeredMs);
      }
      case Framing framing -> {
        long steadyMs =
            framing.steadySinceMs() < 0
                ? BoothTransitions.NEVER_MS
                : framing.steadySinceMs() + Change.ms(settings.steadyS());
        long overMs = framing.sinceMs() + Change.ms(settings.framingS());
        yield Math.min(goneMs, Math.min(steadyMs, overMs));
      }
      case Countdown countdown -> {
        long lostMs =
            countdown.lostSinceMs() < 0
                ? BoothTransitions.NEVER_MS
                : countdown.lostSinceMs() + Change.ms(VisitorTransitions.LOST_S);
        long overMs = countdown.sinceMs() + Change.ms(settings.countdownS());
        yield Math.min(goneMs, Math.min(lostMs, overMs));
      }
      case Captured captured -> captured.sinceMs() + Change.ms(settings.captureS());
      case Sketching(long since, _) -> since + Change.ms(settings.sketchS());
      case Review review -> review.sinceMs() + Change.ms(settings.reviewS());
      case Queued queued -> queued.sinceMs() + Change.ms(settings.queuedS());
      case Sorry sorry -> sorry.sinceMs() + Change.ms(settings.sorryS());
    };
  }

  private static long shownUntilMs(Finished finished, MachineSettings settings) {
    return finished.sinceMs() + Change.ms(settings.doneS());
  }

  static long ofMachine(BoothState state, MachineSettings settings) {
    MachineState machine = state.machine();
    double afterS =
        switch (machine) {
          case Ready _ -> Double.POSITIVE_INFINITY;
          case Drawing drawing ->
              drawing.job().ticket().drawTimeS() * settings.stallFactor() + settings.stallS();
          case Pausing _ -> settings.restS();
          case Paused _ -> settings.longestPauseS();
          case Stopping _ -> settings.restS();
          case Done _ -> settings.doneS();
          case Parking _ -> settings.parkS();
          case Erase _ -> settings.longestErasureS();
          case Servicing _ -> settings.longestServiceS();
          case Faulted faulted ->
              settings.retryS() * (1L << Math.min(faulted.fault().attempts(), 16));
          case Recovering _ -> settings.checkS();
          case OutOfService out ->
              out.fault().kind().healsItself() && state.faultsInARow() <= settings.retries()
                  ? settings.outOfServiceCheckS()
                  : Double.POSITIVE_INFINITY;
        };
    if (Double.isInfinite(afterS)) {
      return BoothTransitions.NEVER_MS;
    }
    long endMs = machine.sinceMs() + Change.ms(afterS);
    // the stylus waits while its portrait is looked at
    return machine instanceof Done && state.visitor() instanceof Finished finished
        ? Math.max(endMs, shownUntilMs(finished, settings))
        : endMs;
  }
}
