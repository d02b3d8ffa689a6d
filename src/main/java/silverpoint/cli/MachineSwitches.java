package silverpoint.cli;

import java.util.function.Consumer;
import silverpoint.booth.BoothCommand;
import silverpoint.booth.BoothEvent;
import silverpoint.plotter.Control;
import silverpoint.plotter.ControlListener;

/** What the switches at the machine mean to the booth. */
record MachineSwitches(Consumer<BoothEvent> booth) implements ControlListener {
  @Override
  public void changed(Control control, boolean active) {
    switch (control) {
      case START -> {
        if (active) {
          booth.accept(new BoothEvent.Commanded(new BoothCommand.Press()));
        }
      }
      case EMERGENCY_STOP -> {
        if (active) {
          booth.accept(new BoothEvent.EmergencyStopPressed());
        }
      }
      // blank when it is put back, not when it is picked up
      case TILT -> {
        if (!active) {
          booth.accept(new BoothEvent.ErasureSeen());
        }
      }
    }
  }
}
