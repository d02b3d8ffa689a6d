package silverpoint.web;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import silverpoint.booth.BoothAction;
import silverpoint.booth.BoothEvent;
import silverpoint.booth.Crew;

/** Does nothing; the test tells what came of it. */
final class IdleCrew implements Crew {
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
