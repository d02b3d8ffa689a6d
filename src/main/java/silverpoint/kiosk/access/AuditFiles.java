package silverpoint.kiosk.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The files of an audit log: the newest, and those that were put aside when they were full. */
final class AuditFiles {
  static final int KEPT = 8;

  /** Two lines and the longest names fit. */
  private static final int END_BYTES = 4096;

  private final Path newest;

  AuditFiles(Path newest) {
    this.newest = newest;
  }

  Path newest() {
    return newest;
  }

  /** Those that are there, oldest first; the newest comes last. */
  List<Path> all() {
    List<Path> files = new ArrayList<>();
    for (int ago = KEPT; ago >= 1; ago--) {
      files.add(aside(ago));
    }
    files.add(newest);
    return files.stream().filter(Files::exists).toList();
  }

  /** Whole or not; a byte that is no letter of ours becomes one that is none either. */
  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
  }

  long bytes() throws IOException {
    return Files.exists(newest) ? Files.size(newest) : 0;
  }

  void putAside() throws IOException {
    for (int ago = KEPT - 1; ago >= 1; ago--) {
      if (Files.exists(aside(ago))) {
        Files.move(aside(ago), aside(ago + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(newest, aside(1), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Appends text; it is on disk when this returns, or the file is as it was. */
  void append(String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(newest, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long before = channel.size();
      channel.position(before);
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(before);
        throw e;
      }
    }
  }

  void cutTo(long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  /** The last line of the newest, which must not be empty. */
  String lastLine() throws IOException {
    String end = end();
    return end.substring(end.lastIndexOf('\n', end.length() - 2) + 1).strip();
  }

  /** Drops a last line that a full disk or a power cut left unfinished. */
  void dropUnfinishedLine() throws IOException {
    String end = end();
    if (!end.isEmpty() && !end.endsWith("\n")) {
      cutTo(bytes() - (end.length() - end.lastIndexOf('\n') - 1));
    }
  }

  /** The end of the newest, longer than any line of ours; empty when there is none. */
  private String end() throws IOException {
    if (!Files.exists(newest)) {
      return "";
    }
    try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.READ)) {
      long from = Math.max(0, channel.size() - END_BYTES);
      ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - from));
      while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {}
      return new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1);
    }
  }

  private Path aside(int ago) {
    return newest.resolveSibling(newest.getFileName() + "." + ago);
  }
}
