package silverpoint.kiosk.web;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.Crew;

/** Does nothing; the test tells what came of it. */
public final class IdleCrew implements Crew {
  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {}

  @Override
  public void cutMotors() {}

  @Override
  public OptionalDouble drawnS() {
    return OptionalDouble.empty();
  }

  @Override
  public String hint() {
    return "";
  }
}
