package silverpoint.machine.plotter;

/** Told when somebody uses a switch at the machine; must return at once. */
@FunctionalInterface
public interface ControlListener {
  /**
   * A switch has changed.
   *
   * @param active whether the switch is pressed, or the toy is turned over
   */
  void changed(Control control, boolean active);
}
