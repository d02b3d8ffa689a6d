package silverpoint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** What the documentation may name: files, types, tests, commands, options and keys that exist. */
final class DocNames {
  private static final Pattern FILE =
      Pattern.compile("(?:\\.ci|scripts|src|kiosk-config|models)(?:/[\\w.-]+)+");
  private static final Pattern TYPE = Pattern.compile("(?:[A-Z][a-z0-9]+){2,}(?:\\.[a-z]\\w*)?");
  private static final Pattern FULL_NAME =
      Pattern.compile("silverpoint(?:\\.[a-z]\\w*)*(?:\\.[A-Z]\\w*)?");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*[A-Z]\\w*");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  /** Words of systemd. */
  private static final Set<String> OTHERS = Set.of("ExecStopPost", "ExecStart");

  /** Programs of others that a reader is told to call. */
  private static final Set<String> PROGRAMS =
      Set.of("sudo", "git", "export", "cd", "source", "journalctl");

  /** Of the printed parts. */
  private static final Path MEASURES = Path.of("src/parts/measures.scad");

  private final Map<String, String> types = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> options = new HashSet<>();

  DocNames() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        types.put(file.getFileName().toString().replace(".java", ""), text);
        if (file.startsWith("src/main")) {
          words.addAll(Arrays.asList(text.split("\\W+")));
        }
      }
    }
    words.addAll(Arrays.asList(Files.readString(MEASURES).split("\\W+")));
    try (Stream<Path> files = Files.walk(Path.of("scripts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        OPTION
            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
            .results()
            .forEach(option -> options.add(option.group()));
      }
    }
    Main.commandLine()
        .getSubcommands()
        .values()
        .forEach(command -> options.addAll(command.getCommandSpec().optionsMap().keySet()));
  }

  /** What is wrong with the names and the commands of a page; nothing where all exist. */
  List<String> complaints(DocPage page) {
    List<String> wrong = new ArrayList<>();
    page.spans().forEach(span -> span(span).ifPresent(wrong::add));
    page.commands().forEach(line -> command(line).ifPresent(wrong::add));
    page.blocks().stream()
        .filter(kind -> !Set.of("", "sh", "mermaid", "yaml", "ini", "java").contains(kind))
        .forEach(kind -> wrong.add("a block of " + kind));
    return wrong;
  }

  private Optional<String> span(String span) {
    String[] words = span.split(" ");
    if (words.length > 1 && Main.commandLine().getSubcommands().containsKey(words[0])) {
      return parsed(List.of(words));
    }
    if (words[0].startsWith("scripts/") || words[0].startsWith(".ci/")) {
      return command(span);
    }
    if (FILE.matcher(span).matches()) {
      return Files.exists(Path.of(span)) ? Optional.empty() : Optional.of("no file " + span);
    }
    if (FULL_NAME.matcher(span).matches()) {
      return fullName(span);
    }
    if (TYPE.matcher(span).matches() && !OTHERS.contains(span)) {
      return type(span);
    }
    if (KEY.matcher(span).matches() && !this.words.contains(span)) {
      return Optional.of("no key or name " + span);
    }
    return OPTION
        .matcher(span)
        .results()
        .map(option -> option.group())
        .filter(option -> !options.contains(option))
        .findFirst()
        .map(option -> "no option " + option);
  }

  private Optional<String> fullName(String name) {
    Path path = Path.of("src/main/java", name.split("\\."));
    return Files.isDirectory(path) || Files.exists(Path.of(path + ".java"))
        ? Optional.empty()
        : Optional.of("no package or type " + name);
  }

  private Optional<String> type(String name) {
    String[] parts = name.split("\\.");
    String text = types.get(parts[0]);
    if (text == null) {
      return Optional.of("no type " + parts[0]);
    }
    return parts.length == 1 || Pattern.compile("\\b" + parts[1] + "\\(").matcher(text).find()
        ? Optional.empty()
        : Optional.of("no " + name);
  }

  private Optional<String> command(String line) {
    List<String> words = List.of(line.split(" +"));
    String program = words.getFirst();
    if (program.equals("sudo") && words.get(1).equals("silverpoint")) {
      return installed(words.subList(2, words.size()));
    }
    if (program.equals("silverpoint")) {
      return installed(words.subList(1, words.size()));
    }
    if (program.equals("scripts/silverpoint")) {
      // the script takes this one itself
      int own = words.size() > 1 && words.get(1).equals("--yes") ? 2 : 1;
      return parsed(words.subList(own, words.size()));
    }
    if (program.startsWith("scripts/") || program.startsWith(".ci/") || program.startsWith("./")) {
      return script(program, words);
    }
    return PROGRAMS.contains(program) ? Optional.empty() : Optional.of("unknown command: " + line);
  }

  /** The installed program hands a command that it does not know to a script of that name. */
  private static Optional<String> installed(List<String> words) {
    return Files.isExecutable(Path.of("scripts", words.getFirst()))
        ? Optional.empty()
        : parsed(words);
  }

  private Optional<String> script(String program, List<String> words) {
    return Files.isExecutable(Path.of(program))
        ? words.stream()
            .filter(word -> word.startsWith("--") && !options.contains(word))
            .findFirst()
            .map(word -> "no option " + word)
        : Optional.of("no script " + program);
  }

  /** A part of a command, such as within a sentence, may leave out what is required. */
  private static Optional<String> parsed(List<String> words) {
    List<String> arguments = words.stream().map(word -> word.replaceAll("^'|'$", "")).toList();
    CommandLine command = Main.commandLine();
    try {
      command.parseArgs(arguments.toArray(String[]::new));
      return Optional.empty();
    } catch (MissingParameterException e) {
      return arguments.stream()
          .filter(word -> word.startsWith("--"))
          .map(word -> word.replaceAll("=.*", ""))
          .filter(word -> !e.getCommandLine().getCommandSpec().optionsMap().containsKey(word))
          .findFirst()
          .map(word -> arguments + ": Unknown option: '" + word + "'");
    } catch (ParameterException e) {
      return Optional.of(words + ": " + e.getMessage());
    }
  }
}
