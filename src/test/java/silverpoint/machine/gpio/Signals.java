package silverpoint.machine.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** Signals to one thread, such as a profiler sends: system calls that wait end with EINTR. */
final class Signals {
  /** The virtual machine has a handler for it, which does nothing unasked. */
  private static final int SIGUSR2 = 12;

  private static final MethodHandle THREAD_ID = function("gettid", JAVA_INT);
  private static final MethodHandle PROCESS_ID = function("getpid", JAVA_INT);
  private static final MethodHandle SEND =
      function("tgkill", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

  private Signals() {}

  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find(name).orElseThrow(),
        FunctionDescriptor.of(result, Arrays.copyOf(arguments, arguments.length)));
  }

  /** The kernel's number of the calling thread. */
  static int threadId() {
    try {
      return (int) THREAD_ID.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends one signal to a thread of this process; one that has ended takes none. */
  static void send(int threadId) {
    try {
      int process = (int) PROCESS_ID.invokeExact();
      int _ = (int) SEND.invokeExact(process, threadId, SIGUSR2);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
