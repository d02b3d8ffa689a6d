package silverpoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation in Markdown.
 *
 * @param file relative to the repository
 */
record DocPage(Path file, String text) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern SOURCE =
      Pattern.compile("<(?:img|a)[^>]* (?:src|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  static DocPage read(Path file) {
    try {
      return new DocPage(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages of the repository. */
  static List<DocPage> all() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("src/docs"));
        Stream<Path> root = Files.list(Path.of("."))) {
      return Stream.concat(docs, root.map(Path::normalize))
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(DocPage::read)
          .toList();
    }
  }

  /** Targets of links and pictures as they are written, without those on the web. */
  List<String> targets() {
    return Stream.of(LINK, SOURCE)
        .flatMap(pattern -> pattern.matcher(prose()).results())
        .map(found -> found.group(1))
        .filter(target -> !target.startsWith("https://"))
        .toList();
  }

  /** Names by which its headings are linked. */
  Set<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map(heading -> anchor(heading.group(1)))
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** What is set in code within the text. */
  List<String> spans() {
    return SPAN.matcher(prose()).results().map(span -> span.group(1)).toList();
  }

  /** Lines of shell that a reader may copy. */
  List<String> commands() {
    List<String> lines = new ArrayList<>();
    FENCE
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals("sh"))
        .map(block -> block.group(2).replaceAll("\\\\\\n\\s*", ""))
        .flatMap(String::lines)
        .map(line -> line.replaceAll("(^|\\s+)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(lines::add);
    return lines;
  }

  /** Kinds of the blocks of code; a block that names none is a figure. */
  Set<String> blocks() {
    return FENCE.matcher(text).results().map(block -> block.group(1)).collect(Collectors.toSet());
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }
}
