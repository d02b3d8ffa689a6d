package silverpoint.kiosk.history;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Damaged files that were put aside, for whoever wants to save what is in them. They may hold lines
 * of guests, which nobody can delete one by one: none is kept longer than a line, and all go when
 * the lines are erased. Their names tell when they were put aside, so that a new run knows it.
 */
final class AsideFiles {
  private static final Logger LOG = LoggerFactory.getLogger(AsideFiles.class);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Path path;
  private final InstantSource ages;
  private final long keptMs;
  private final Pattern names;

  /**
   * @param path the file that is written
   */
  AsideFiles(Path path, InstantSource ages, HistorySettings settings) {
    this.path = path.toAbsolutePath();
    this.ages = ages;
    keptMs = settings.keptLinesMs();
    names =
        Pattern.compile(
            Pattern.quote(path.getFileName() + ".damaged-") + "(\\d{1,18})(-wal|-shm|-journal)?");
  }

  /** Renames those of the files that there are; the new name of the file itself. */
  Path putAside(String... suffixes) throws SQLException {
    Path to = unused();
    try {
      for (String suffix : suffixes) {
        if (Files.exists(beside(suffix))) {
          Files.move(beside(suffix), to.resolveSibling(to.getFileName() + suffix));
        }
      }
      Files.deleteIfExists(beside("-shm"));
      return to;
    } catch (IOException e) {
      throw new SQLException(path + " is damaged and cannot be put aside", e);
    }
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** A name that no file has, of this moment or before: what is to come is nobody's age. */
  private Path unused() {
    long number = ages.millis();
    while (Files.exists(beside(".damaged-" + number))
        || Files.exists(beside(".damaged-" + number + "-wal"))) {
      number--;
    }
    return beside(".damaged-" + number);
  }

  /** Until when a file can be saved, for staff. */
  String until(Path file) {
    return file.getFileName()
        + " can be saved until "
        + MINUTE.format(Instant.ofEpochMilli(sinceMs(file).orElse(ages.millis()) + keptMs))
        + " and is then deleted, since guests' lines may lie in it";
  }

  /** What staff should know of the files that an earlier run left; empty without any. */
  Optional<String> left() {
    List<Path> files;
    try {
      files = files(sinceMs -> !isOver(sinceMs));
    } catch (SQLException e) {
      LOG.debug("damaged files cannot be looked for", e);
      return Optional.empty();
    }
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            path
                + " was damaged; "
                + files.stream()
                    .filter(file -> file.toString().matches(".*\\d"))
                    .map(this::until)
                    .collect(Collectors.joining("; ")));
  }

  /**
   * Deletes those whose time is over; a time that is still to come is of a clock set back since.
   */
  void deleteOver() throws SQLException {
    delete(this::isOver);
  }

  private boolean isOver(long sinceMs) {
    long nowMs = ages.millis();
    return sinceMs + keptMs <= nowMs || sinceMs > nowMs;
  }

  void deleteAll() throws SQLException {
    delete(_ -> true);
  }

  private void delete(LongPredicate which) throws SQLException {
    for (Path file : files(which)) {
      try {
        Files.deleteIfExists(file);
        LOG.info("{} was put aside and is deleted", file);
      } catch (IOException e) {
        throw new SQLException(file + " cannot be deleted; guests' lines may lie in it", e);
      }
    }
  }

  /**
   * Files and their logs, the oldest first.
   *
   * @param which asked for the time at which one was put aside
   */
  private List<Path> files(LongPredicate which) throws SQLException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path.resolveSibling("."))) {
      for (Path file : all) {
        if (sinceMs(file).filter(which::test).isPresent()) {
          found.add(file);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw new SQLException("the folder of " + path + " cannot be looked at", e);
    }
    found.sort(null);
    return found;
  }

  /** When a file was put aside; empty for any other file. */
  private Optional<Long> sinceMs(Path file) {
    Matcher name = names.matcher(file.getFileName().toString());
    return name.matches() ? Optional.of(Long.valueOf(name.group(1))) : Optional.empty();
  }
}
