package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The flow on the root package's page leads to classes and methods that exist. */
class RootPageTest {
  private static final Pattern LINK =
      Pattern.compile("\\{@link\\s+([\\w.]+)(?:#(\\w+))?(?:\\(([^)]*)\\))?");

  @Test
  void everyHopIsAClassOrAMethod() throws IOException {
    String page = Files.readString(Path.of("src/main/java/silverpoint/package-info.java"));
    List<String> broken = broken(page);
    assertThat(broken).isEmpty();
    assertThat(LINK.matcher(page.replaceAll("\\R \\*\\s*", " ")).results().count())
        .as("hops")
        .isGreaterThan(30);
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

  private static List<String> broken(String page) {
    return LINK.matcher(page.replaceAll("\\R \\*\\s*", " "))
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
