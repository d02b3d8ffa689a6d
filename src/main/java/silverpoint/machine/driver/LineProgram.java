package silverpoint.machine.driver;

import java.util.Arrays;
import silverpoint.machine.motion.StepPlan;

/**
 * A step plan as writes to the driver's lines, in flat arrays that an executor reads without
 * allocating. A write changes some lines, a given time after the write before; the motors may pause
 * wherever no step pulse is under way. Immutable.
 */
public final class LineProgram {
  private static final int STEPS = 1;
  private static final int PULSE_UNDER_WAY = 2;
  private static final int AFTER_REST = 4;

  private final StepPlan plan;
  private final int lineMask;
  private final int startBits;
  private final int pulseMask;
  private final long[] deltaNs;
  private final int[] bits;
  private final int[] mask;
  private final int[] event;
  private final byte[] flags;
  private final int[] eventsBefore;

  private LineProgram(Builder from) {
    plan = from.plan;
    lineMask = from.lineMask;
    startBits = from.startBits;
    pulseMask = from.pulseMask;
    deltaNs = Arrays.copyOf(from.deltaNs, from.size);
    bits = Arrays.copyOf(from.bits, from.size);
    mask = Arrays.copyOf(from.mask, from.size);
    event = Arrays.copyOf(from.event, from.size);
    flags = Arrays.copyOf(from.flags, from.size);
    eventsBefore = new int[from.size + 1];
    for (int i = 0; i < from.size; i++) {
      eventsBefore[i + 1] = eventsBefore[i] + (flags[i] & STEPS);
    }
  }

  /** The plan that the program executes. */
  public StepPlan plan() {
    return plan;
  }

  /** Number of writes. */
  public int size() {
    return deltaNs.length;
  }

  /** Time from the write before, or from the start; 0 or more. */
  public long deltaNs(int write) {
    return deltaNs[write];
  }

  public int bits(int write) {
    return bits[write];
  }

  public int mask(int write) {
    return mask[write];
  }

  /** Speed of the machine at the write. */
  public double speedMmPerS(int write) {
    return plan.speedMmPerS(event[write]);
  }

  public double accelerationMmPerS2(int write) {
    return plan.accelerationMmPerS2(event[write]);
  }

  /** Whether the motors may pause before the write: no step pulse is under way. */
  public boolean mayPauseBefore(int write) {
    return write == size() || (flags[write] & PULSE_UNDER_WAY) == 0;
  }

  /** Whether the machine rests before the write: it goes on from its start speed. */
  public boolean restsBefore(int write) {
    return (flags[write] & AFTER_REST) != 0;
  }

  /** All lines of the driver. */
  public int lineMask() {
    return lineMask;
  }

  /**
   * Levels of all lines before the write, motors on and no step pulse under way: what the motors
   * wake up with.
   */
  public int restLevelsBefore(int write) {
    int levels = startBits;
    for (int i = 0; i < write; i++) {
      levels = (levels & ~mask[i]) | (bits[i] & mask[i]);
    }
    return levels & ~pulseMask;
  }

  /** How many events of the plan the writes before {@code write} have made. */
  public int eventsBefore(int write) {
    return eventsBefore[write];
  }

  /** The write with which a plan goes on whose first events were made. */
  public int writeAfter(int events) {
    if (events < 0 || events > plan.size()) {
      throw new IllegalArgumentException(
          "event %d of a plan with %d events".formatted(events, plan.size()));
    }
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (eventsBefore[middle] < events) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Grows write by write, in the order of their times. */
  static final class Builder {
    private final StepPlan plan;
    private final int lineMask;
    private final int startBits;
    private final int pulseMask;
    private long[] deltaNs;
    private int[] bits;
    private int[] mask;
    private int[] event;
    private byte[] flags;
    private int size;
    private int levels;
    private long lastNs;

    /**
     * @param pulseMask lines that are high while a step pulse is under way
     */
    Builder(StepPlan plan, int lineMask, int startBits, int pulseMask, int capacity) {
      this.plan = plan;
      this.lineMask = lineMask;
      this.startBits = startBits;
      this.pulseMask = pulseMask;
      levels = startBits;
      deltaNs = new long[capacity];
      bits = new int[capacity];
      mask = new int[capacity];
      event = new int[capacity];
      flags = new byte[capacity];
    }

    /**
     * @param ofEvent the event of the plan that needs the write
     * @param steps whether the event's steps are made by this write
     */
    void add(long timeNs, int newBits, int ofMask, int ofEvent, boolean steps) {
      if (timeNs < lastNs) {
        throw new IllegalStateException(
            "write for event %d at %d ns comes after one at %d ns"
                .formatted(ofEvent, timeNs, lastNs));
      }
      deltaNs[size] = timeNs - lastNs;
      bits[size] = newBits;
      mask[size] = ofMask;
      event[size] = ofEvent;
      boolean rests = plan.restsBefore(ofEvent) && (size == 0 || event[size - 1] < ofEvent);
      flags[size] =
          (byte)
              ((steps ? STEPS : 0)
                  | ((levels & pulseMask) == 0 ? 0 : PULSE_UNDER_WAY)
                  | (rests ? AFTER_REST : 0));
      levels = (levels & ~ofMask) | (newBits & ofMask);
      lastNs = timeNs;
      size++;
    }

    LineProgram build() {
      return new LineProgram(this);
    }
  }
}
