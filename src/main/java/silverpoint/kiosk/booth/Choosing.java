package silverpoint.kiosk.booth;

import java.util.ArrayList;
import java.util.List;
import silverpoint.kiosk.booth.VisitorState.Review;

/** Which drawings of a frame a guest is offered, and which one is taken. */
final class Choosing {
  /** A drawing is looked at for so long before it is taken without an answer, seconds. */
  static final double LOOK_S = 6;

  private Choosing() {}

  /**
   * Another drawing of the guest's frame is made. It is offered unless it comes too late to be
   * looked at, or would be done later than a ticket may wait. Whoever waits already comes before it
   * and is promised nothing else.
   */
  static void alsoSketched(Change change, BoothEvent.AlsoSketched also) {
    Offer offer = also.offer();
    if (change.visitor instanceof Review review && review.session().number() == also.session()) {
      if (review.offer(offer.style()).isEmpty()
          && !change.over(
              review.sinceMs(), Math.max(0, change.settings.visitor().reviewS() - LOOK_S))
          && isDoneInTime(change, offer)) {
        List<Offer> offers = new ArrayList<>(review.offers());
        offers.add(offer);
        change.visitor = new Review(review.sinceMs(), review.session(), offers, review.chosen());
      }
    } else {
      change.forgetStranger(also.session());
    }
  }

  private static boolean isDoneInTime(Change change, Offer offer) {
    long waitsMs = change.forecast().endMs(offer.drawTimeS()) - change.nowMs;
    return waitsMs <= Change.ms(change.settings.queue().longestWaitS());
  }

  /** The guest wants to see another drawing, and has the time to look at it. */
  static void choose(Change change, Review review, String style) {
    double passedS = Math.max(0, change.settings.visitor().reviewS() - LOOK_S);
    change.visitor =
        new Review(
            Math.max(review.sinceMs(), change.nowMs - Change.ms(passedS)),
            review.session(),
            review.offers(),
            review.offer(style).orElseThrow());
  }
}
