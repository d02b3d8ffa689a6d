package silverpoint.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** An agent that holds a gigabyte of native memory until the program ends. */
public final class Ballast {
  private static final MemorySegment HELD = Arena.global().allocate(1L << 30);

  private Ballast() {}

  /** Called by Java before the program begins. */
  public static void premain(String arguments) {
    HELD.fill((byte) 1);
    System.out.println("a gigabyte is held");
  }
}
