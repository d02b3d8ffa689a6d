package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The flow on the root package's page leads to classes and methods that exist, as all links of the
 * rooms' pages do, and its list of threads names everybody who begins one.
 */
class RootPageTest {
  private static final Pattern LINK =
      Pattern.compile("\\{@link\\s+([\\w.]+)(?:#(\\w+))?(?:\\(([^)]*)\\))?");

  private static final Pattern THREAD =
      Pattern.compile(
          "Thread\\s*\\.of|new (Worker)?Thread\\(|\\.parallel\\(\\)|parallelStream|Executors\\.");

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path ROOT_PAGE = SOURCES.resolve("silverpoint").resolve("package-info.java");

  @Test
  void everyHopIsAClassOrAMethod() throws IOException {
    String page = Files.readString(ROOT_PAGE);
    assertThat(LINK.matcher(flat(page)).results().count()).as("hops").isGreaterThan(30);
  }

  @Test
  void everyLinkOfARoomsPageLeadsSomewhere() throws IOException {
    for (Path page : sources()) {
      if (page.endsWith("package-info.java")) {
        assertThat(broken(Files.readString(page))).as(page.toString()).isEmpty();
      }
    }
  }

  @Test
  void everybodyWhoBeginsAThreadIsOnTheList() throws IOException {
    String threads = flat(Files.readString(ROOT_PAGE)).split("The threads\\.", 2)[1];
    List<String> unnamed = new ArrayList<>();
    int begun = 0;
    for (Path source : sources()) {
      if (THREAD.matcher(Files.readString(source)).find()) {
        begun++;
        String type =
            SOURCES
                .relativize(source)
                .toString()
                .replace(".java", "")
                .replace(File.separatorChar, '.');
        if (!threads.contains(type + "}")) {
          unnamed.add(type);
        }
      }
    }
    assertThat(unnamed).isEmpty();
    assertThat(begun).isGreaterThan(15);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Test
  void aHopThatIsNoMoreIsNoticed() {
    assertThat(broken("{@link silverpoint.route.Router#route} {@link silverpoint.Nobody}"))
        .containsExactly("silverpoint.Nobody");
    assertThat(broken("{@link silverpoint.route.Router#rout}"))
        .containsExactly("silverpoint.route.Router#rout");
    assertThat(broken("{@link silverpoint.kiosk.crew.Sketcher#sketch(int)}"))
        .containsExactly("silverpoint.kiosk.crew.Sketcher#sketch(int)");
  }

  /** A page without its line breaks, which may lie within a link. */
  private static String flat(String page) {
    return page.replaceAll("\\R \\*\\s*", " ");
  }

  private static List<String> broken(String page) {
    return LINK.matcher(flat(page))
        .results()
        .filter(link -> !exists(link.group(1), link.group(2), link.group(3)))
        .map(link -> link.group().replaceFirst("\\{@link\\s+", ""))
        .toList();
  }

  private static boolean exists(String type, @Nullable String method, @Nullable String parameters) {
    try {
      Class<?> named = Class.forName(type, false, RootPageTest.class.getClassLoader());
      return method == null
          || Arrays.stream(named.getDeclaredMethods())
              .anyMatch(candidate ->
                  candidate.getName().equals(method)
                      && (parameters == null || parameters.equals(parametersOf(candidate))));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String parametersOf(Method method) {
    return String.join(
        ",", Arrays.stream(method.getParameterTypes()).map(Class::getTypeName).toList());
  }
}
