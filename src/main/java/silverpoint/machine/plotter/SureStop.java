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

  /** As it was told; of one thread. */
  private boolean pressed;

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
      return Optional.of(new Edge(stop, high));
    }
    Optional<Edge> edge = lines.next(timeoutMs).filter(this::isNews);
    pressed = edge.filter(next -> next.pin() == stop).map(Edge::high).orElse(pressed);
    return edge;
  }

  /** The edge of a stop that its level has told already is none. */
  private boolean isNews(Edge edge) {
    return edge.pin() != stop || edge.high() != pressed;
  }

  @Override
  public void close() {
    lines.close();
  }
}
