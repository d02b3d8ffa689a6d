package silverpoint.lab.simulation;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.Crew;

/** Passes actions on to a crew and notes how sessions end. */
record NotingCrew(Crew inner, DayReport.Notes notes, VirtualTime time) implements Crew {
  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {
    notes.note(action, time.nowMs());
    inner.perform(action, answers);
  }

  @Override
  public void cutMotors() {
    inner.cutMotors();
  }

  @Override
  public OptionalDouble drawnS() {
    return inner.drawnS();
  }

  @Override
  public String hint() {
    return inner.hint();
  }
}
