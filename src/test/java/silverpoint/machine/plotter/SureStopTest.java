package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silverpoint.machine.gpio.InputLines;

/** The emergency stop is told as it stands, once for every change, whatever edges are lost. */
class SureStopTest {
  private static final int STOP = 5;
  private static final int TILT = 6;

  private final Deque<InputLines.Edge> edges = new ArrayDeque<>();
  private boolean high;
  private final SureStop stop =
      new SureStop(
          new InputLines() {
            @Override
            public boolean isHigh(int pin) {
              return pin == STOP && high;
            }

            @Override
            public Optional<Edge> next(int timeoutMs) {
              return Optional.ofNullable(edges.poll());
            }

            @Override
            public void close() {}
          },
          STOP);

  private void changes(int pin, boolean toHigh) {
    edges.add(new InputLines.Edge(pin, toHigh));
    high = pin == STOP ? toHigh : high;
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    Optional<InputLines.Edge> next = stop.next(0);
    while (next.isPresent() || !edges.isEmpty()) {
      next.ifPresent(edge -> told.add(edge.pin() + " " + edge.high()));
      next = stop.next(0);
    }
    return told;
  }

  @Test
  void aPressIsToldOnce() {
    changes(STOP, true);
    assertThat(told()).containsExactly("5 true");
    changes(STOP, false);
    assertThat(told()).containsExactly("5 false");
  }

  @Test
  void whatTheLevelHasToldIsNotToldAgainByItsEdges() {
    changes(STOP, true);
    assertThat(stop.next(0)).contains(new InputLines.Edge(STOP, true));
    changes(STOP, false);
    assertThat(told()).containsExactly("5 false");
    changes(STOP, true);
    assertThat(told()).containsExactly("5 true");
  }

  @Test
  void aPressThatIsOverIsTold() {
    changes(STOP, true);
    changes(STOP, false);
    assertThat(told()).containsExactly("5 true", "5 false");
  }

  @Test
  void aPressWhoseEdgeIsLostIsToldAheadOfTheOthers() {
    changes(STOP, true);
    edges.clear();
    changes(TILT, true);
    assertThat(told()).containsExactly("5 true", "6 true");
  }

  @Test
  void aPressAfterALostReleaseIsTold() {
    changes(STOP, true);
    assertThat(told()).containsExactly("5 true");
    changes(STOP, false);
    changes(STOP, true);
    edges.pollFirst();
    high = false;
    assertThat(told()).containsExactly("5 false", "5 true", "5 false");
  }
}
