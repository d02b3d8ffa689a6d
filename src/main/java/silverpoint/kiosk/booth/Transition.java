package silverpoint.kiosk.booth;

import java.util.List;

/** The next state and what is to be done. */
record Transition(BoothState state, List<BoothAction> actions) {
  public Transition {
    actions = List.copyOf(actions);
  }
}
