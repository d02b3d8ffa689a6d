package silverpoint.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what, for the organiser: one line an event, appended and never changed. Each line ends
 * with the SHA-256 of the line before it and itself, so that a changed, missing or moved line is
 * found. A file that is full is put aside and the next one goes on with its last hash; the oldest
 * is deleted. Roles and sessions are named, people and addresses are not. When the disk refuses,
 * the booth goes on and the log says so.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final String START = "0".repeat(64);

  private static final long FULL_BYTES = 1 << 20;
  private static final int KEPT = 8;

  private final Path file;
  private final InstantSource clock;
  private final long fullBytes;
  private String lastHash;
  private boolean writable = true;

  /** Continues the log of a file; a line that a power cut left unfinished is dropped. */
  public AuditLog(Path file, InstantSource clock) {
    this(file, clock, FULL_BYTES);
  }

  /**
   * @param fullBytes length of a file that is put aside
   */
  AuditLog(Path file, InstantSource clock, long fullBytes) {
    this.file = file;
    this.clock = clock;
    this.fullBytes = fullBytes;
    this.lastHash = START;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      dropUnfinishedLine();
      List<String> lines = lines();
      lastHash = lines.isEmpty() ? hashBefore() : hashOf(lines.getLast());
    } catch (IOException e) {
      refuse(e);
    }
  }

  /**
   * @param who a role and a session's label, or the name of an API key
   * @param what the event in words of ours, never text from outside
   */
  public synchronized void note(String who, String what) {
    String text = clock.instant() + " " + oneLine(who) + " " + oneLine(what);
    String hash = Token.digest(lastHash + text);
    try {
      putAsideWhenFull();
      byte[] line = (text + " " + hash + "\n").getBytes(StandardCharsets.UTF_8);
      Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      lastHash = hash;
      writable = true;
    } catch (IOException e) {
      refuse(e);
    }
  }

  public synchronized boolean isWritable() {
    return writable;
  }

  /** The last lines, oldest first, of this file and the one before it. */
  public synchronized List<String> tail(int count) {
    try {
      List<String> lines = new ArrayList<>(lines(old(1)));
      lines.addAll(lines());
      return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      refuse(e);
      return List.of();
    }
  }

  /**
   * The number of the first line of the newest file, from 1, that is not what was written; empty
   * when all are.
   */
  public synchronized OptionalInt firstForgedLine() {
    try {
      List<String> lines = lines();
      String before = hashBefore();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        int space = line.lastIndexOf(' ');
        if (space < 0 || !Token.digest(before + line.substring(0, space)).equals(hashOf(line))) {
          return OptionalInt.of(i + 1);
        }
        before = hashOf(line);
      }
      return before.equals(lastHash) ? OptionalInt.empty() : OptionalInt.of(lines.size() + 1);
    } catch (IOException e) {
      refuse(e);
      return OptionalInt.empty();
    }
  }

  private List<String> lines() throws IOException {
    return lines(file);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** The file that was put aside so many files ago. */
  private Path old(int ago) {
    return file.resolveSibling(file.getFileName() + "." + ago);
  }

  /** The hash with which this file goes on. */
  private String hashBefore() throws IOException {
    List<String> before = lines(old(1));
    return before.isEmpty() ? START : hashOf(before.getLast());
  }

  private void putAsideWhenFull() throws IOException {
    if (!Files.exists(file) || Files.size(file) < fullBytes) {
      return;
    }
    for (int ago = KEPT - 1; ago >= 1; ago--) {
      if (Files.exists(old(ago))) {
        Files.move(old(ago), old(ago + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
  }

  private void dropUnfinishedLine() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String text = Files.readString(file);
    if (!text.endsWith("\n")) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        String kept = text.substring(0, text.lastIndexOf('\n') + 1);
        channel.truncate(kept.getBytes(StandardCharsets.UTF_8).length);
      }
    }
  }

  private void refuse(IOException e) {
    if (writable) {
      LOG.warn("the audit log {} cannot be kept: {}", file, e.getMessage());
    }
    writable = false;
  }

  private static String hashOf(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
