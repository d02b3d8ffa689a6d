package silverpoint.kiosk.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what, for the organiser: one line an event, appended and never changed. Each line ends
 * with a mark, the HMAC-SHA256 of the mark before it and itself, under a key that lies beside the
 * log together with the last mark. So a line that was changed, invented, removed or moved is found,
 * and so are a tail that was cut and a file that is gone, by whoever can write the log but cannot
 * read the key. The kiosk's own user and root can read it, and against them nothing on this
 * computer helps; nor is it found when log and key are put back together to an older state.
 *
 * <p>A file that is full is put aside, and the next one begins by naming its last mark; the oldest
 * is deleted. Roles and sessions are named, people and addresses are not. When the disk refuses,
 * the booth goes on and the log says so. The commands of the terminal write into it while the kiosk
 * runs.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  private static final long FULL_BYTES = 1 << 20;
  private static final int MOST_LETTERS = 500;
  private static final Pattern HEAD =
      Pattern.compile("\\S+ audit log file ([0-9]{1,9}) goes on after ([0-9a-f]{64})");

  private final AuditFiles files;
  private final AuditAnchor anchor;
  private final InstantSource clock;
  private final long fullBytes;
  private boolean writable = true;

  /** Continues the log of a file; a line that a power cut left unfinished is dropped. */
  public AuditLog(Path file, InstantSource clock) {
    this(file, clock, FULL_BYTES);
  }

  /**
   * @param fullBytes length of a file that is put aside
   */
  AuditLog(Path file, InstantSource clock, long fullBytes) {
    this.files = new AuditFiles(file.toAbsolutePath());
    this.anchor = new AuditAnchor(file.resolveSibling("audit-key"));
    this.clock = clock;
    this.fullBytes = fullBytes;
    guarded(() -> {}, "begin");
  }

  /** What the disk may refuse. */
  private interface DiskWork {
    void run() throws IOException;
  }

  /** The log as far as its lines follow each other. */
  private record Chain(OptionalInt firstForgedLine, int fileNumber, String last) {}

  /**
   * @param who a role and a login's label, or the name of an API key
   * @param what the event in words of ours, never text from outside
   */
  public synchronized void note(String who, String what) {
    String text = clock.instant() + " " + oneLine(who) + " " + oneLine(what);
    if (guarded(() -> append(text), "go on")) {
      writable = true;
    }
  }

  public synchronized boolean isWritable() {
    return writable;
  }

  /** The last lines, oldest first, of this file and the one before it. */
  public synchronized List<String> tail(int count) {
    List<String> lines = new ArrayList<>();
    guarded(
        () -> {
          List<Path> all = files.all();
          for (Path file : all.subList(Math.max(0, all.size() - 2), all.size())) {
            lines.addAll(AuditFiles.lines(file));
          }
        },
        "be read");
    return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
  }

  /**
   * The number of the first line of all kept files, the oldest first and from 1, that is not what
   * was written; empty when all are. A log that cannot be read has no line that is.
   */
  public synchronized OptionalInt firstForgedLine() {
    List<OptionalInt> found = new ArrayList<>();
    guarded(
        () -> {
          anchor.refresh();
          found.add(chain().firstForgedLine());
        },
        "be read");
    return found.isEmpty() ? OptionalInt.of(1) : found.getFirst();
  }

  private void append(String text) throws IOException {
    anchor.refresh();
    int number = anchor.fileNumber();
    String before = anchor.last();
    long bytes = files.bytes();
    if (bytes > 0 && !markOf(files.lastLine()).equals(before)) {
      // a line that was written whole just before the program was killed
      Chain whole = chain();
      if (whole.firstForgedLine().isEmpty()) {
        number = whole.fileNumber();
        before = whole.last();
      }
    }
    StringBuilder lines = new StringBuilder();
    if (bytes >= fullBytes) {
      files.putAside();
      bytes = 0;
    }
    if (bytes == 0) {
      number++;
      String head =
          "%s audit log file %d goes on after %s".formatted(clock.instant(), number, before);
      before = anchor.mark(AuditAnchor.START, head);
      lines.append(head).append(' ').append(before).append('\n');
    }
    String mark = anchor.mark(before, text);
    lines.append(text).append(' ').append(mark).append('\n');
    files.append(lines.toString());
    try {
      anchor.moveTo(number, mark);
    } catch (SecretFileException e) {
      files.cutTo(bytes);
      throw e;
    }
  }

  /** Follows all kept files from line to line. */
  private Chain chain() throws IOException {
    List<Path> all = files.all();
    int line = 0;
    int number = 0;
    String before = AuditAnchor.START;
    boolean anchored = anchor.last().equals(before);
    for (Path file : all) {
      List<String> lines = AuditFiles.lines(file);
      Matcher head = HEAD.matcher(lines.isEmpty() ? "" : textOf(lines.getFirst()));
      boolean first = number == 0;
      if (!head.matches() || (first ? isOneMissing(head, all) : !follows(head, number, before))) {
        return new Chain(OptionalInt.of(line + 1), number, before);
      }
      number = Integer.parseInt(head.group(1));
      before = AuditAnchor.START;
      for (String each : lines) {
        line++;
        if (!Token.equal(anchor.mark(before, textOf(each)), markOf(each))) {
          return new Chain(OptionalInt.of(line), number, before);
        }
        before = markOf(each);
        anchored |= before.equals(anchor.last());
      }
    }
    return new Chain(anchored ? OptionalInt.empty() : OptionalInt.of(line + 1), number, before);
  }

  private static boolean follows(Matcher head, int number, String last) {
    return Integer.parseInt(head.group(1)) == number + 1 && head.group(2).equals(last);
  }

  /** Whether the oldest file that is there is not the oldest that there should be. */
  private boolean isOneMissing(Matcher head, List<Path> all) {
    int full = all.contains(files.newest()) ? AuditFiles.KEPT + 1 : AuditFiles.KEPT;
    return Integer.parseInt(head.group(1)) > 1 && all.size() < full;
  }

  /** Does it alone of all programs of this kiosk; false when the disk refuses. */
  private boolean guarded(DiskWork work, String what) {
    try {
      Files.createDirectories(folder());
      try (FileChannel guard =
              FileChannel.open(
                  folder().resolve("audit.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = locked(guard)) {
        files.dropUnfinishedLine();
        work.run();
        return true;
      }
    } catch (IOException | SecretFileException e) {
      if (writable) {
        LOG.warn("the audit log {} cannot {}: {}", files.newest(), what, e.getMessage());
      }
      writable = false;
      return false;
    }
  }

  /** Null on a file system without locks. */
  private static @Nullable FileLock locked(FileChannel guard) {
    try {
      return guard.lock();
    } catch (IOException | OverlappingFileLockException _) {
      return null;
    }
  }

  private Path folder() {
    return files.newest().resolveSibling("");
  }

  private static String textOf(String line) {
    return line.substring(0, Math.max(0, line.lastIndexOf(' ')));
  }

  private static String markOf(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String oneLine(String text) {
    String ours = text.replaceAll("[^\\x20-\\x7e]", "?");
    return ours.substring(0, Math.min(ours.length(), MOST_LETTERS));
  }
}
