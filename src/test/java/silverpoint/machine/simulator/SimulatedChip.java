package silverpoint.machine.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import silverpoint.machine.gpio.GpioException;
import silverpoint.machine.gpio.InputLines;
import silverpoint.machine.gpio.LineSource;
import silverpoint.machine.gpio.OutputLines;
import silverpoint.machine.plotter.StepClock;

/** A GPIO chip in software: switches at its inputs, a motor driver at its outputs. */
public final class SimulatedChip implements LineSource {
  /** That the kernel keeps for three lines. */
  static final int MOST_EDGES = 3 * 16;

  public final SimulatedDriver driver;
  public volatile boolean outputsTaken;
  public volatile boolean outputsGone;
  public volatile boolean inputsGone;
  public volatile boolean outputsClosed;
  public volatile boolean inputsClosed;
  public volatile int commandAt = -1;
  public volatile Runnable command = () -> {};
  public volatile int writes;
  private final StepClock clock;
  private final BlockingQueue<InputLines.Edge> edges = new LinkedBlockingQueue<>();
  private final Map<Integer, Boolean> levels = new ConcurrentHashMap<>();

  public SimulatedChip(SimulatedDriver driver, StepClock clock) {
    this.driver = driver;
    this.clock = clock;
  }

  /** Somebody uses a switch; of edges that nobody takes the kernel drops the oldest. */
  public void change(int pin, boolean high) {
    levels.put(pin, high);
    if (edges.size() >= MOST_EDGES) {
      edges.poll();
    }
    edges.add(new InputLines.Edge(pin, high));
  }

  @Override
  public OutputLines outputs(List<Integer> offsets, int safeBits) {
    if (outputsTaken) {
      throw new GpioException("another program uses the lines");
    }
    int lineMask = (1 << offsets.size()) - 1;
    driver.write(clock.nowNs(), safeBits, lineMask);
    return new OutputLines() {
      @Override
      public void write(int bits, int mask) {
        writes++;
        if (writes == commandAt) {
          command.run();
        }
        if (outputsGone || outputsClosed) {
          throw new GpioException("GPIO lines cannot be written: error 19");
        }
        driver.write(clock.nowNs(), bits, mask);
      }

      @Override
      public void close() {
        if (!outputsGone && !outputsClosed) {
          driver.write(clock.nowNs(), safeBits, lineMask);
        }
        outputsClosed = true;
      }
    };
  }

  @Override
  public InputLines inputs(List<Integer> offsets, int debounceUs) {
    return new InputLines() {
      @Override
      public boolean isHigh(int pin) {
        requireThere();
        return levels.getOrDefault(pin, false);
      }

      @Override
      public Optional<Edge> next(int timeoutMs) {
        requireThere();
        try {
          return Optional.ofNullable(edges.poll(1, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return Optional.empty();
        }
      }

      @Override
      public void close() {
        inputsClosed = true;
      }
    };
  }

  private void requireThere() {
    if (inputsGone || inputsClosed) {
      throw new GpioException("GPIO inputs cannot be read: error 19");
    }
  }
}
