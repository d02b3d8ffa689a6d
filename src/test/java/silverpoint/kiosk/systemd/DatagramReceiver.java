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
import java.util.ArrayList;
import java.util.List;

/** The other end of a service's socket, as systemd has it. */
final class DatagramReceiver implements AutoCloseable {
  private static final int MSG_DONTWAIT = 0x40;

  private final Arena arena = Arena.ofConfined();
  private final int descriptor;

  /**
   * @param name a path, or an at sign and a name
   */
  DatagramReceiver(String name) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    MemorySegment address = arena.allocate(110, 2);
    address.set(JAVA_SHORT, 0, (short) 1);
    MemorySegment.copy(path, 0, address, JAVA_BYTE, 2, path.length);
    boolean hidden = name.startsWith("@");
    if (hidden) {
      address.set(JAVA_BYTE, 2, (byte) 0);
    }
    int bytes = 2 + path.length + (hidden ? 0 : 1);
    try {
      MethodHandle socket =
          function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
      descriptor = (int) socket.invokeExact(1, 2, 0);
      MethodHandle bind =
          function("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
      if ((int) bind.invokeExact(descriptor, address, bytes) < 0) {
        throw new IllegalStateException(name + " cannot be bound");
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), descriptor);
  }

  /** All that has been sent since the last call: a datagram is there when its sending returns. */
  List<String> received() {
    List<String> texts = new ArrayList<>();
    MemorySegment buffer = arena.allocate(4096);
    try {
      MethodHandle receive =
          function(
              "recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
      long length = (long) receive.invokeExact(descriptor, buffer, 4096L, MSG_DONTWAIT);
      while (length > 0) {
        byte[] text = buffer.asSlice(0, length).toArray(JAVA_BYTE);
        texts.add(new String(text, StandardCharsets.UTF_8));
        length = (long) receive.invokeExact(descriptor, buffer, 4096L, MSG_DONTWAIT);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return texts;
  }

  @Override
  public void close() {
    try {
      MethodHandle close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      int _ = (int) close.invokeExact(descriptor);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    arena.close();
  }
}
