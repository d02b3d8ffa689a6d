package silverpoint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.CannotWrite;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Within;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.config.HistoryConfig;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.HistoryCsv;
import silverpoint.kiosk.history.RatingEntry;
import silverpoint.kiosk.history.SessionEntry;

/** What the kiosk remembers. */
@Command(
    name = "history",
    description = "Counts the sessions of the last days, or writes them as CSV; no faces.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlacesOptions places = new PlacesOptions();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "1",
      description = "Sessions that began within the last N days (default: ${DEFAULT-VALUE}).")
  @Within(least = 1, most = 36_500)
  private int days = 1;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write them to a file.")
  private @Nullable Path csv;

  @Option(
      names = "--erase-lines",
      description = "Delete every line that guests allowed to be kept.")
  private boolean eraseLines;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    BoothClock clock = BoothClock.system();
    History history =
        new History(
            places.places().history(),
            HistoryConfig.load(places.places().configs()),
            clock,
            what -> what.ifPresent(err::println));
    if (eraseLines) {
      out.println("lines deleted: " + history.eraseLinesNow());
      out.flush();
      return ExitCode.OK;
    }
    Instant since = clock.wall().instant().minus(Duration.ofDays(days));
    List<SessionEntry> sessions = history.sessionsSince(since);
    if (csv == null) {
      count(sessions, out);
      rate(history.ratings().since(since), out);
    } else {
      write(csv, HistoryCsv.of(sessions));
      out.println(sessions.size() + " sessions in " + csv);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void count(List<SessionEntry> sessions, PrintWriter out) {
    out.println("sessions: " + sessions.size());
    sessions.stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.outcome().orElse("going on").toLowerCase(Locale.ROOT),
                TreeMap::new,
                Collectors.counting()))
        .forEach((outcome, count) -> out.println("  " + outcome + ": " + count));
  }

  /** How many portraits of each style are liked. */
  private static void rate(List<RatingEntry> ratings, PrintWriter out) {
    ratings.stream()
        .collect(Collectors.groupingBy(RatingEntry::style, TreeMap::new, Collectors.toList()))
        .forEach((style, given) ->
            out.println(
                "liked, %s: %d of %d"
                    .formatted(
                        style, given.stream().filter(RatingEntry::liked).count(), given.size())));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw CannotWrite.failure(file, e);
    }
  }
}
