package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name, one idea: who reads a name need not ask of which room it is. */
class TypeNamesTest {

  @Test
  void noTwoTopLevelTypesShareASimpleName() throws IOException {
    try (Stream<Path> main = Files.walk(Path.of("src", "main", "java"));
        Stream<Path> test = Files.walk(Path.of("src", "test", "java"))) {
      List<String> names =
          Stream.concat(main, test)
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
              .toList();
      assertThat(names).hasSizeGreaterThan(800);
      assertThat(repeated(names)).isEmpty();
    }
  }

  @Test
  void aRepeatedNameIsSeen() {
    assertThat(repeated(List.of("Pace.java", "Route.java", "Pace.java")))
        .containsExactly("Pace.java");
  }

  private static Set<String> repeated(List<String> names) {
    Set<String> seen = new TreeSet<>();
    Set<String> repeated = new TreeSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        repeated.add(name);
      }
    }
    return repeated;
  }
}
