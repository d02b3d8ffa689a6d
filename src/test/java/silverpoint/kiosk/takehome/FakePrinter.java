package silverpoint.kiosk.takehome;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/**
 * A receipt printer in the network: one peer at a time; it answers, or is mute, or takes nothing.
 */
final class FakePrinter implements AutoCloseable {
  /** Answers to DLE EOT 1 to 4 of a printer that is well. */
  static final int[] WELL = {0x12, 0x12, 0x12, 0x12};

  static final int[] NO_PAPER = {0x1a, 0x32, 0x12, 0x7e};
  static final int[] COVER_OPEN = {0x1a, 0x16, 0x12, 0x12};
  static final int[] KNIFE = {0x1a, 0x52, 0x1a, 0x12};
  static final int[] OFFLINE = {0x1a, 0x12, 0x12, 0x12};
  static final int[] LITTLE_PAPER = {0x12, 0x12, 0x12, 0x1e};

  /** Says nothing. */
  static final int[] MUTE = {};

  volatile int[] answers = WELL;

  /** Whether it takes no bytes but questions. */
  volatile boolean full;

  private final ServerSocket server;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CountDownLatch closed = new CountDownLatch(1);

  FakePrinter() {
    try {
      server = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"));
      server.setReceiveBufferSize(4_096);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  String target() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** What it has printed, questions left out. */
  synchronized byte[] printed() {
    return printed.toByteArray();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket peer = server.accept()) {
        serve(peer.getInputStream(), peer.getOutputStream());
      } catch (IOException _) {
        // the peer has gone, or the printer is unplugged
      }
    }
  }

  private void serve(InputStream in, OutputStream out) throws IOException {
    int before = -1;
    int before2 = -1;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (before2 == 0x10 && before == 0x04 && next >= 1 && next <= 4) {
        before = -1;
        if (answers.length > 0) {
          out.write(answers[next - 1]);
        }
        next = -1;
      } else if (before2 >= 0) {
        print(before2);
      }
      before2 = before;
      before = next;
      if (full && before2 == 0x1b) {
        await();
      }
    }
    if (before2 >= 0) {
      print(before2);
    }
    if (before >= 0) {
      print(before);
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void print(int part) {
    printed.write(part);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
