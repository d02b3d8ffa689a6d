package silverpoint.kiosk.systemd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * The Unix datagram socket that a service is told of, in the file system or, with an at sign, in
 * the abstract namespace. Sending never waits and never fails: who does not listen is told nothing.
 */
final class NotifySocket implements AutoCloseable {
  // of sys/socket.h and sys/un.h
  private static final short AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 02000000;
  private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
  private static final int PATH_BYTES = 108;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle SOCKET =
      function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SENDTO =
      function(
          "sendto",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final Arena arena = Arena.ofShared();
  private final MemorySegment address = arena.allocate(Short.BYTES + PATH_BYTES, Short.BYTES);
  private final int addressBytes;
  private final int descriptor;
  private boolean open = true;

  /**
   * @param name absolute path, or an at sign and a name
   */
  NotifySocket(String name) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    boolean hidden = path[0] == '@';
    if (hidden) {
      path[0] = 0;
    }
    address.set(JAVA_SHORT, 0, AF_UNIX);
    MemorySegment.copy(path, 0, address, JAVA_BYTE, Short.BYTES, path.length);
    // the end of a path is marked by a zero, that of an abstract name by its length
    addressBytes = Short.BYTES + path.length + (hidden ? 0 : 1);
    try {
      descriptor = (int) SOCKET.invokeExact((int) AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Whether it is a name of such a socket; those of virtual machines are not. */
  static boolean isAddress(String name) {
    return (name.startsWith("/") || name.startsWith("@"))
        && name.getBytes(StandardCharsets.UTF_8).length < PATH_BYTES;
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), descriptor);
  }

  /** Lines of names and values. */
  synchronized void send(String text) {
    if (!open) {
      return;
    }
    try (Arena call = Arena.ofConfined()) {
      MemorySegment bytes = call.allocateFrom(text);
      long _ =
          (long)
              SENDTO.invokeExact(
                  descriptor,
                  bytes,
                  bytes.byteSize() - 1,
                  MSG_DONTWAIT_NOSIGNAL,
                  address,
                  addressBytes);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      try {
        int _ = (int) CLOSE.invokeExact(descriptor);
      } catch (Throwable e) {
        throw broken(e);
      } finally {
        arena.close();
      }
    }
  }

  private static IllegalStateException broken(Throwable e) {
    return new IllegalStateException("a system call is declared wrongly", e);
  }
}
