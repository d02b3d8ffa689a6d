package silverpoint.kiosk.crew;

import silverpoint.sketch.PlannedLine;

/** Seam: whoever puts finished portraits on paper; never waits. */
public interface ReceiptDesk {
  /** Nobody does. */
  ReceiptDesk NONE =
      new ReceiptDesk() {
        @Override
        public void print(long number, PlannedLine line) {}

        @Override
        public void forget() {}
      };

  /**
   * A guest's portrait is finished.
   *
   * @param number the guest's
   */
  void print(long number, PlannedLine line);

  /** Forgets what waits. */
  void forget();
}
