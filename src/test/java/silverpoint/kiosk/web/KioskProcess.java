package silverpoint.kiosk.web;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path home;
  private final List<String> arguments;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private Process process;
  private int port;

  /** Lines in which a phase was waited for. */
  private int come;

  /**
   * @param home a folder that is not there yet
   * @param settings of {@code kiosk-config}, by key, that are to differ
   * @param arguments of {@code run}
   */
  KioskProcess(Path home, Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    this.home = home;
    Files.createDirectory(home);
    Files.createSymbolicLink(home.resolve("models"), Path.of("models").toAbsolutePath());
    Files.createDirectory(home.resolve("tmp"));
    copy(Path.of("kiosk-config"), home.resolve("kiosk-config"), settings);
    this.arguments = List.of(arguments);
    process = start(0);
    port = listen();
  }

  private Process start(int askedPort) throws IOException {
    List<String> command = new ArrayList<>(List.of("scripts/silverpoint", "run"));
    command.addAll(List.of("--port", Integer.toString(askedPort)));
    command.addAll(List.of("--history", home.resolve("history.db").toString()));
    command.addAll(arguments);
    return inHome(command).start();
  }

  private ProcessBuilder inHome(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
    builder
        .environment()
        .put(
            "SILVERPOINT_JAVA_OPTS",
            "-Dsilverpoint.home=%s -Djava.io.tmpdir=%s".formatted(home, home.resolve("tmp")));
    return builder;
  }

  /** Ends it as a loss of power does, {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it once more, at the same address. */
  void startAgain() throws IOException, InterruptedException {
    process = start(port);
    port = listen();
  }

  /** Runs another command of Silverpoint in the same home, with a line for its input. */
  void command(String line, String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of("scripts/silverpoint"));
    whole.addAll(List.of(command));
    Process running = inHome(whole).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedWriter input = running.outputWriter()) {
      input.write(line + "\n");
    }
    if (running.waitFor() != 0) {
      throw new IOException(whole + " failed: " + Files.readString(home.resolve("log")));
    }
  }

  /** Hears what it says from its first line on, and waits for its address. */
  private int listen() throws InterruptedException {
    BufferedReader reader = process.inputReader();
    int first = said.size();
    Thread.ofVirtual().start(() -> hear(reader));
    Matcher screen = SCREEN.matcher(said.get(find(SCREEN, first)));
    screen.find();
    return Integer.parseInt(screen.group(1));
  }

  private void hear(BufferedReader reader) {
    try {
      String line = reader.readLine();
      while (line != null) {
        said.add(line);
        line = reader.readLine();
      }
    } catch (IOException e) {
      said.add("it has ended: " + e.getMessage());
    }
  }

  /** Waits until it says that it has come to a phase after the one that was waited for before. */
  void await(String phase) throws InterruptedException {
    come = find(Pattern.compile("  " + phase + "(:.*)?$"), come) + 1;
  }

  /** The number of the first such line, as soon as it is said. */
  private int find(Pattern wanted, int from) throws InterruptedException {
    long endNs = System.nanoTime() + PATIENCE.toNanos();
    for (int i = from; ; i++) {
      while (i == said.size()) {
        if (System.nanoTime() > endNs) {
          throw new AssertionError("the kiosk never said '%s', but %s".formatted(wanted, said));
        }
        Thread.sleep(50);
      }
      if (wanted.matcher(said.get(i)).find()) {
        return i;
      }
    }
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

  /** All that it has said, on its terminal and in its log. */
  String words() {
    try {
      return "%s and logged%n%s".formatted(said, Files.readString(home.resolve("log")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address(String path) {
    return "http://localhost:" + port + path;
  }

  int port() {
    return port;
  }

  /** What lies in its memory. */
  ProcessMemory memory() {
    return new ProcessMemory(process.pid());
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
