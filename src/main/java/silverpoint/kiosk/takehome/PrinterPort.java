package silverpoint.kiosk.takehome;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Seam: the way to a receipt printer. A channel may be closed by another thread, which ends what
 * hangs in it.
 */
interface PrinterPort {
  int CONNECT_MS = 3_000;

  /** A way to the printer that is open until it is closed. */
  ByteChannel open() throws IOException;

  /** Whether there is somebody who answers questions. */
  boolean answers();

  /** Why it cannot be reached, and what helps. */
  String trouble(IOException why);

  static PrinterPort of(TakeHomeSettings.Printer printer) {
    String target = printer.target();
    if (printer.isFile()) {
      return new File(Path.of(target.substring("file:".length())));
    }
    if (printer.isDevice()) {
      return new Device(Path.of(target));
    }
    int colon = target.indexOf(':');
    return new Network(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
  }

  /** The character device of a printer at the USB, both ways. */
  record Device(Path path) implements PrinterPort {
    @Override
    public ByteChannel open() throws IOException {
      return FileChannel.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public boolean answers() {
      return true;
    }

    @Override
    public String trouble(IOException why) {
      return switch (why) {
        case NoSuchFileException _ ->
            "the receipt printer " + path + " is not there: plug it in and switch it on";
        case AccessDeniedException _ ->
            "no permission for the receipt printer "
                + path
                + ": add this user to the group lp ('sudo usermod -aG lp $USER') and log in again";
        default ->
            "the receipt printer %s fails (%s): look at its cable and power"
                .formatted(path, reason(why));
      };
    }
  }

  /** A printer in the network that takes bytes as they are, by custom at port 9100. */
  record Network(String host, int port) implements PrinterPort {
    @Override
    public ByteChannel open() throws IOException {
      SocketChannel channel = SocketChannel.open();
      try {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
          throw new IOException("nobody knows this name");
        }
        channel.socket().connect(address, CONNECT_MS);
        return channel;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }

    @Override
    public boolean answers() {
      return true;
    }

    @Override
    public String trouble(IOException why) {
      return "the receipt printer at %s:%d cannot be reached (%s): look at its power, its network cable and its address"
          .formatted(host, port, reason(why));
    }
  }

  /** A file that keeps every receipt. */
  record File(Path path) implements PrinterPort {
    @Override
    public ByteChannel open() throws IOException {
      return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public boolean answers() {
      return false;
    }

    @Override
    public String trouble(IOException why) {
      return "receipts cannot be written to %s (%s): make room, or make it writable"
          .formatted(path, reason(why));
    }
  }

  private static String reason(IOException why) {
    String words = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
    return words == null || words.isBlank() ? why.getClass().getSimpleName() : words;
  }
}
