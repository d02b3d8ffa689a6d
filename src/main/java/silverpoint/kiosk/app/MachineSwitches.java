package silverpoint.kiosk.app;

import java.util.function.Consumer;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.machine.plotter.Control;
import silverpoint.machine.plotter.ControlListener;

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
