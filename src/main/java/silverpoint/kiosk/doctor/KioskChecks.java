package silverpoint.kiosk.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.config.CameraConfig;
import silverpoint.kiosk.config.ConfigException;
import silverpoint.kiosk.config.HistoryConfig;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.config.ScreenConfig;
import silverpoint.kiosk.config.TakeHomeConfig;
import silverpoint.kiosk.config.WebConfig;
import silverpoint.kiosk.web.TerminalCommand;
import silverpoint.kiosk.web.WebSettings;

/** What a person has set up: settings, ports, the door to the network; and the last crash. */
final class KioskChecks {
  private static final String CONFIGURATION = "configuration";
  private static final String PORTS = "ports";
  private static final String NETWORK = "network";
  private static final String CRASH = "last crash";
  private static final String LISTENS = "0A";

  private KioskChecks() {}

  static Finding configuration(Installation kiosk) {
    List<String> wrong = new ArrayList<>();
    List<Consumer<Path[]>> readers =
        List.of(
            BoothConfig::load,
            CameraConfig::load,
            HistoryConfig::load,
            ScreenConfig::load,
            TakeHomeConfig::load,
            WebConfig::load);
    readers.forEach(reader -> attempt(wrong, () -> reader.accept(kiosk.folders())));
    MachineProfiles profiles = kiosk.machines();
    List<String> machines = new ArrayList<>();
    attempt(wrong, () -> machines.addAll(profiles.names()));
    machines.forEach(machine -> attempt(wrong, () -> profiles.load(machine)));
    return wrong.isEmpty()
        ? Finding.fine(
            CONFIGURATION, "every file can be read; machines: " + String.join(", ", machines))
        : Finding.broken(
            CONFIGURATION,
            String.join("; ", wrong),
            "mend the line that is named, or restore the file; src/docs/configuration.md has every"
                + " setting");
  }

  private static void attempt(List<String> wrong, Runnable reading) {
    try {
      reading.run();
    } catch (ConfigException e) {
      wrong.add(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<WebSettings> web(Installation kiosk) {
    try {
      return Optional.of(WebConfig.load(kiosk.folders()));
    } catch (ConfigException _) {
      return Optional.empty();
    }
  }

  static Finding ports(Computer computer, Installation kiosk) {
    Optional<WebSettings> web = web(kiosk);
    if (web.isEmpty()) {
      return Finding.warning(PORTS, "web.yaml does not say which", "mend the configuration first");
    }
    List<Integer> wanted = new ArrayList<>(List.of(web.orElseThrow().loopbackPort()));
    if (web.orElseThrow().network().enabled()) {
      wanted.add(web.orElseThrow().network().port());
    }
    TakeHomeChecks.port(kiosk).ifPresent(wanted::add);
    List<Integer> taken = wanted.stream().filter(port -> isTaken(computer, port)).toList();
    return taken.isEmpty()
        ? Finding.fine(PORTS, "free or this kiosk's own: " + joined(wanted))
        : Finding.warning(
            PORTS,
            "another program listens on " + joined(taken),
            "that may be the running kiosk; else end it ('sudo ss -ltnp' names it), or choose"
                + " another port in web.yaml");
  }

  private static String joined(List<Integer> ports) {
    return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Whether somebody else listens there. */
  private static boolean isTaken(Computer computer, int port) {
    String end = String.format(Locale.ROOT, ":%04X", port);
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> computer.lines(table).stream())
        .map(line -> line.strip().split("\\s+"))
        .filter(socket -> socket.length > 9 && socket[1].endsWith(end) && socket[3].equals(LISTENS))
        .anyMatch(socket -> !isOwn(computer, socket[9]));
  }

  private static boolean isOwn(Computer computer, String inode) {
    return computer.files("/proc/self/fd").stream()
        .anyMatch(file -> {
          try {
            return Files.readSymbolicLink(file).toString().equals("socket:[" + inode + "]");
          } catch (IOException _) {
            return false;
          }
        });
  }

  static Finding network(Installation kiosk) {
    Optional<WebSettings> web = web(kiosk);
    if (web.isEmpty() || !web.orElseThrow().network().enabled()) {
      return Finding.fine(NETWORK, "closed; staff use this computer");
    }
    WebSettings.Network network = web.orElseThrow().network();
    if (!Files.isRegularFile(kiosk.webState().resolve("staff-pins"))) {
      return Finding.broken(
          NETWORK,
          "it is opened, but no PIN is set",
          "set one with '" + TerminalCommand.with("staff-pin") + "'");
    }
    return Files.isReadable(kiosk.webState().resolve(network.keyStore()))
        ? Finding.fine(NETWORK, "open on port " + network.port() + " for staff with a PIN")
        : Finding.broken(
            NETWORK,
            "it is opened, but the certificate " + network.keyStore() + " cannot be read",
            "make one with '" + TerminalCommand.with("staff-certificate") + "'");
  }

  static Finding lastCrash(Computer computer) {
    Path folder = computer.probe().crashes();
    Optional<Path> newest =
        files(folder)
            .filter(
                file -> file.getFileName().toString().matches("(silverpoint-crash|hs_err).*log"))
            .max(Comparator.comparing(KioskChecks::written));
    return newest
        .map(KioskChecks::crash)
        .orElseGet(() -> Finding.fine(CRASH, "none is noted in " + folder));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException _) {
      return Stream.of();
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  private static Finding crash(Path file) {
    List<String> lines = Computer.lines(file).stream().limit(40).toList();
    String signal =
        lines.stream()
            .filter(line -> line.matches("# +SIG.*|# +Internal Error.*|# There is insufficient.*"))
            .map(line -> line.replaceFirst("^# +", "").replaceFirst(",? pid=.*", ""))
            .findFirst()
            .orElse("for a reason that the file does not tell");
    String frame =
        lines.stream()
            .filter(line -> line.matches("# [CVJj] .*"))
            .map(line -> " in " + line.replaceFirst("^# [CVJj] +", ""))
            .findFirst()
            .orElse("");
    return Finding.warning(
        CRASH,
        "the program crashed at "
            + written(file).toInstant().truncatedTo(ChronoUnit.SECONDS)
            + ": "
            + signal
            + frame,
        "report it with "
            + file
            + " (it holds no pictures), then delete that file; if it comes back, look at the memory"
            + " and at the power supply");
  }
}
