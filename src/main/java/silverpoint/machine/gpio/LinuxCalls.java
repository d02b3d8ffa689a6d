package silverpoint.machine.gpio;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The system calls of this room. A call that fails returns its error number negated; one that a
 * signal interrupts has not failed. Each thread has its own memory for the error number, allocated
 * by its first call; later ones allocate nothing, so that the step loop may write lines with them.
 */
final class LinuxCalls {
  static final int EPERM = 1;
  static final int EINTR = 4;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int EINVAL = 22;

  private static final int O_CLOEXEC = 02000000;
  private static final int SCHED_FIFO = 1;
  private static final int MCL_CURRENT_AND_FUTURE = 3;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO_CAPTURED = Linker.Option.captureCallState("errno");
  private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final ThreadLocal<MemorySegment> CAPTURED =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(CAPTURE));

  private static final MethodHandle OPEN =
      function(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle IOCTL =
      function(
          "ioctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle READ =
      function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle SET_SCHEDULER =
      function("sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle LOCK_MEMORY =
      function("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private LinuxCalls() {}

  private static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker.Option[] all = new Linker.Option[options.length + 1];
    all[0] = ERRNO_CAPTURED;
    System.arraycopy(options, 0, all, 1, options.length);
    return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), descriptor, all);
  }

  /** The file descriptor. */
  static int open(MemorySegment path) {
    MemorySegment errno = CAPTURED.get();
    try {
      int result;
      do {
        result = checked((int) OPEN.invokeExact(errno, path, O_CLOEXEC), errno);
      } while (result == -EINTR);
      return result;
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int ioctl(int descriptor, long request, MemorySegment argument) {
    MemorySegment errno = CAPTURED.get();
    try {
      int result;
      do {
        result = checked((int) IOCTL.invokeExact(errno, descriptor, request, argument), errno);
      } while (result == -EINTR);
      return result;
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Bytes that were read. */
  static int read(int descriptor, MemorySegment into) {
    MemorySegment errno = CAPTURED.get();
    try {
      int result;
      do {
        result =
            checked((int) (long) READ.invokeExact(errno, descriptor, into, into.byteSize()), errno);
      } while (result == -EINTR);
      return result;
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /**
   * How many of the descriptors have something to read; 0 after the timeout, or after a signal.
   *
   * @param descriptors struct pollfd
   */
  static int poll(MemorySegment descriptors, int count, int timeoutMs) {
    MemorySegment errno = CAPTURED.get();
    try {
      int result =
          checked((int) POLL.invokeExact(errno, descriptors, (long) count, timeoutMs), errno);
      return result == -EINTR ? 0 : result;
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Not tried again after a signal: the descriptor is closed then, too. */
  static void close(int descriptor) {
    MemorySegment errno = CAPTURED.get();
    try {
      checked((int) CLOSE.invokeExact(errno, descriptor), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Gives the calling thread a real-time priority. */
  static int setFifoPriority(MemorySegment priority) {
    MemorySegment errno = CAPTURED.get();
    try {
      return checked((int) SET_SCHEDULER.invokeExact(errno, 0, SCHED_FIFO, priority), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Keeps all memory of the process, present and future, out of the swap. */
  static int lockMemory() {
    MemorySegment errno = CAPTURED.get();
    try {
      return checked((int) LOCK_MEMORY.invokeExact(errno, MCL_CURRENT_AND_FUTURE), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static int checked(int result, MemorySegment errno) {
    return result >= 0 ? result : -(int) ERRNO.get(errno, 0L);
  }

  private static IllegalStateException broken(Throwable e) {
    return new IllegalStateException("a system call is declared wrongly", e);
  }
}
