package silverpoint.machine.grbl;

import java.util.concurrent.atomic.AtomicBoolean;
import silverpoint.machine.linux.PseudoTerminal;

/** A simulated board at the other end of a pseudo-terminal, as a device of this computer. */
public final class PluggedBoard implements AutoCloseable {
  private final GrblSimulator board = new GrblSimulator();
  private final PseudoTerminal cable = new PseudoTerminal();
  private final AtomicBoolean plugged = new AtomicBoolean(true);
  private final Thread electronics = Thread.ofPlatform().daemon().name("board").start(this::carry);

  /** Its time runs as fast as its messages are carried. */
  private void carry() {
    while (plugged.get()) {
      byte[] came = cable.read(1);
      if (came.length > 0) {
        board.write(came);
      }
      byte[] says = board.read(5);
      if (says.length > 0) {
        cable.write(says);
      }
    }
    cable.close();
  }

  GrblSimulator board() {
    return board;
  }

  public String device() {
    return cable.device();
  }

  /** Steps that the motor of its first axis has made. */
  public long xMotor() {
    return board.xMotor();
  }

  /** Whether it is asleep, its motors without current. */
  public boolean sleeps() {
    return board.state() == GrblSimulator.State.SLEEP;
  }

  void pull() {
    plugged.set(false);
  }

  @Override
  public void close() {
    pull();
    try {
      electronics.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
