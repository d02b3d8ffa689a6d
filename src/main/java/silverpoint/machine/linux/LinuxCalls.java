package silverpoint.machine.linux;

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
 * System calls. A call that fails returns its error number negated; one that a signal interrupts
 * has not failed. Each thread has its own memory for the error number, allocated by its first call;
 * later ones allocate nothing, so that the step loop may write lines with them.
 */
public final class LinuxCalls {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int EINTR = 4;
  public static final int EAGAIN = 11;
  public static final int EACCES = 13;
  public static final int EBUSY = 16;
  public static final int EINVAL = 22;

  public static final int O_RDWR = 02;
  public static final int O_NOCTTY = 0400;
  public static final int O_NONBLOCK = 04000;
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
  private static final MethodHandle WRITE =
      function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
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

  /** The file descriptor, for reading and for calls to its device. */
  public static int open(MemorySegment path) {
    return open(path, 0);
  }

  /** The file descriptor. */
  public static int open(MemorySegment path, int flags) {
    MemorySegment errno = CAPTURED.get();
    try {
      int result;
      do {
        result = checked((int) OPEN.invokeExact(errno, path, flags | O_CLOEXEC), errno);
      } while (result == -EINTR);
      return result;
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  public static int ioctl(int descriptor, long request, MemorySegment argument) {
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
  public static int read(int descriptor, MemorySegment into) {
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

  /** Bytes that were written. */
  public static int write(int descriptor, MemorySegment from) {
    MemorySegment errno = CAPTURED.get();
    try {
      int result;
      do {
        result =
            checked(
                (int) (long) WRITE.invokeExact(errno, descriptor, from, from.byteSize()), errno);
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
  public static int poll(MemorySegment descriptors, int count, int timeoutMs) {
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
  public static void close(int descriptor) {
    MemorySegment errno = CAPTURED.get();
    try {
      checked((int) CLOSE.invokeExact(errno, descriptor), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Gives the calling thread a real-time priority. */
  public static int setFifoPriority(MemorySegment priority) {
    MemorySegment errno = CAPTURED.get();
    try {
      return checked((int) SET_SCHEDULER.invokeExact(errno, 0, SCHED_FIFO, priority), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Keeps all memory of the process, present and future, out of the swap. */
  public static int lockMemory() {
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
