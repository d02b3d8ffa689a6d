package silverpoint.kiosk.web;

import java.util.Optional;
import silverpoint.kiosk.booth.Job;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Promise;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.LineFigures;

/** What a staged kiosk has lived through before its pages are opened. */
final class StagedPast {
  private StagedPast() {}

  /** Notes 24 sessions, of which each sixth guest left. */
  static void remember(History history, long nowMs) {
    for (int i = 1; i <= 24; i++) {
      Session session = new Session(i, i, true, i % 3, nowMs);
      history.began(session);
      history.sketched(
          i, new LineFigures(40, 1150 + 10 * i, 25, 260, 200 + i, 180, 480, "contour"));
      if (i % 6 == 0) {
        history.ended(session, Outcome.LEFT);
      } else {
        Ticket ticket =
            Ticket.accepted(
                session,
                new Offer("contour", 150, 1200),
                nowMs - 220_000,
                Promise.of(nowMs + 2_000 * (i % 5)));
        history.ended(
            ticket,
            Optional.of(new Job(ticket, nowMs - 160_000 + 1000 * i, 0)),
            Outcome.DRAWN,
            nowMs);
        history.keepLine(i, "10.00,10.00 40.00,60.00 70.00,10.00");
      }
    }
  }
}
