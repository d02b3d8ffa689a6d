package silverpoint.machine.plotter;

import java.util.Optional;
import silverpoint.machine.gpio.InputLines;

/**
 * Input lines of which one is the emergency stop: of edges that come faster than they are taken the
 * kernel drops the oldest, and so the stop is also looked at where it stands.
 */
final class SureStop implements InputLines {
  private final InputLines lines;
  private final int stop;

  /** As it was told; of one thread, as all that follows. */
  private boolean pressed;

  /** How many changes its level has told whose edges are still to come, or are lost. */
  private int told;

  /**
   * @param stop its line, which is high when it is pressed
   */
  SureStop(InputLines lines, int stop) {
    this.lines = lines;
    this.stop = stop;
  }

  @Override
  public boolean isHigh(int pin) {
    return lines.isHigh(pin);
  }

  @Override
  public Optional<Edge> next(int timeoutMs) {
    boolean high = isHigh(stop);
    if (high != pressed) {
      pressed = high;
      told++;
      return Optional.of(new Edge(stop, high));
    }
    Optional<Edge> edge = lines.next(timeoutMs);
    if (edge.isEmpty()) {
      told = 0;
      return edge;
    }
    return edge.filter(next -> next.pin() != stop || tells(next));
  }

  /** Edges take turns: one of the wrong direction says that those told already are lost. */
  private boolean tells(Edge edge) {
    boolean oldest = pressed == (told % 2 == 1);
    if (told > 0 && edge.high() == oldest) {
      told--;
      return false;
    }
    told = 0;
    boolean news = edge.high() != pressed;
    pressed = edge.high();
    return news;
  }

  @Override
  public void close() {
    lines.close();
  }
}
