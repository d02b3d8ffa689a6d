package silverpoint;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class with a main method that runs as a program of its own, with the classes of the tests.
 *
 * @param options of Java, beside those that make a short program fast
 * @param environment more variables of it
 * @param complaints where its standard error goes; nowhere when empty
 */
public record GuestProgram(
    Class<?> main,
    String classPath,
    List<String> options,
    Map<String, String> environment,
    Optional<File> complaints) {
  public GuestProgram {
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
  }

  public static GuestProgram of(Class<?> main, String... options) {
    return new GuestProgram(
        main, System.getProperty("java.class.path"), List.of(options), Map.of(), Optional.empty());
  }

  /** The same on other classes, with other options. */
  public GuestProgram on(String otherClassPath, String... otherOptions) {
    return new GuestProgram(main, otherClassPath, List.of(otherOptions), environment, complaints);
  }

  public GuestProgram with(String variable, String value) {
    return new GuestProgram(main, classPath, options, Map.of(variable, value), complaints);
  }

  public GuestProgram complainingTo(Path file) {
    return new GuestProgram(main, classPath, options, environment, Optional.of(file.toFile()));
  }

  public Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(
        complaints.map(ProcessBuilder.Redirect::to).orElse(ProcessBuilder.Redirect.DISCARD));
    return builder.start();
  }

  /** The lines that it says until it ends. */
  public List<String> said(String... arguments) throws IOException, InterruptedException {
    Process guest = start(arguments);
    String said = new String(guest.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = guest.waitFor();
    if (code != 0) {
      throw new AssertionError("%s ended with %d and said %s".formatted(main, code, said));
    }
    return said.lines().toList();
  }
}
