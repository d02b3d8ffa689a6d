package silverpoint.kiosk.web;

import java.util.Optional;
import silverpoint.kiosk.web.visitor.VisitorKiosk;

/**
 * A kiosk in which nothing moves.
 *
 * @param mirror what its camera sees; empty without a camera
 */
record StillVisitorKiosk(Optional<byte[]> mirror) implements VisitorKiosk {
  @Override
  public Watch watch() {
    return Watch.BLIND;
  }

  @Override
  public Optional<Kiosk.Exhibit> sketch(long session) {
    return Optional.empty();
  }

  @Override
  public Optional<Kiosk.Exhibit> sketch(long session, String style) {
    return Optional.empty();
  }
}
