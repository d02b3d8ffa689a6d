package silverpoint.access;

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

  /** Drops a last line that a full disk or a power cut left unfinished. */
  void dropUnfinishedLine() throws IOException {
    if (!Files.exists(newest)) {
      return;
    }
    String text = Files.readString(newest, StandardCharsets.ISO_8859_1);
    if (!text.endsWith("\n")) {
      cutTo(text.lastIndexOf('\n') + 1L);
    }
  }

  private Path aside(int ago) {
    return newest.resolveSibling(newest.getFileName() + "." + ago);
  }
}
