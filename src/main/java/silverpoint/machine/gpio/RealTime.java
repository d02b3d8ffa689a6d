package silverpoint.machine.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import silverpoint.machine.linux.LinuxCalls;

/**
 * Real-time privileges for the thread that makes steps, as Klipper's Linux MCU claims them: a FIFO
 * priority and memory that is never swapped out.
 */
public final class RealTime {
  /** Among the FIFO priorities of Linux, 1 to 99. */
  public static final int PRIORITY = 49;

  private RealTime() {}

  /** Claims what is permitted for the calling thread; says what was not, with the cure. */
  public static List<String> claim() {
    List<String> refused = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment priority = arena.allocateFrom(JAVA_INT, PRIORITY);
      if (LinuxCalls.setFifoPriority(priority) < 0) {
        refused.add(
            "no real-time priority: steps may come late, and then all later ones shift"
                + " (allow it with LimitRTPRIO="
                + PRIORITY
                + " in the service, or rtprio in limits.conf)");
      }
      if (LinuxCalls.lockMemory() < 0) {
        refused.add(
            "memory is not locked (allow it with LimitMEMLOCK=infinity in the service, or memlock"
                + " in limits.conf)");
      }
    }
    return List.copyOf(refused);
  }
}
