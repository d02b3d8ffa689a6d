package silverpoint.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kiosk as its owner starts it, {@code scripts/silverpoint run}, in a home of its own: what it
 * writes is all that lies there.
 */
final class KioskProcess implements AutoCloseable {
  private static final Pattern SCREEN = Pattern.compile("http://localhost:(\\d+)/booth/");

  private final Path home;
  private final Process process;
  private final int port;

  /**
   * @param home an empty folder
   * @param settings of {@code kiosk-config}, by key, that are to differ
   * @param arguments of {@code run}
   */
  KioskProcess(Path home, Map<String, String> settings, String... arguments) throws IOException {
    this.home = home;
    Files.createSymbolicLink(home.resolve("models"), Path.of("models").toAbsolutePath());
    Files.createDirectory(home.resolve("tmp"));
    copy(Path.of("kiosk-config"), home.resolve("kiosk-config"), settings);
    List<String> command =
        new ArrayList<>(List.of("scripts/silverpoint", "run", "--port", "0", "--history"));
    command.add(home.resolve("history.db").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(home.resolve("log").toFile());
    builder
        .environment()
        .put(
            "SILVERPOINT_JAVA_OPTS",
            "-Dsilverpoint.home=%s -Djava.io.tmpdir=%s".formatted(home, home.resolve("tmp")));
    process = builder.start();
    port = port(process.inputReader());
  }

  private static int port(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null) {
      Matcher screen = SCREEN.matcher(line);
      if (screen.find()) {
        Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
        return Integer.parseInt(screen.group(1));
      }
      line = said.readLine();
    }
    throw new IOException("the kiosk ended before it showed a screen");
  }

  private static void copy(Path from, Path to, Map<String, String> settings) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          String text = Files.readString(file);
          for (Map.Entry<String, String> setting : settings.entrySet()) {
            text =
                text.replaceAll(
                    "(?m)^( *%s: *)[^\\s#]+".formatted(setting.getKey()),
                    "$1" + Matcher.quoteReplacement(setting.getValue()));
          }
          Files.writeString(target, text);
        }
      }
    }
  }

  String address(String path) {
    return "http://localhost:" + port + path;
  }

  int port() {
    return port;
  }

  /** What the kernel says about the process. */
  Path kernel(String name) {
    return Path.of("/proc", Long.toString(process.pid()), name);
  }

  /** What the program can still reach in its heap, as a file. */
  Path heap(String name) throws IOException, InterruptedException {
    Path file = home.resolve(name + ".hprof");
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process dumping =
        new ProcessBuilder(
                jcmd.toString(), Long.toString(process.pid()), "GC.heap_dump", file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (dumping.waitFor() != 0 || !Files.exists(file)) {
      throw new IOException("jcmd wrote no heap dump");
    }
    return file;
  }

  /** Files that the kiosk has written. */
  List<Path> written() {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".hprof"))
          .filter(file -> !file.startsWith(home.resolve("kiosk-config")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
