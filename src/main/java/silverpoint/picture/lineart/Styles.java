package silverpoint.picture.lineart;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All styles on the class path, by name. */
public final class Styles {
  private Styles() {}

  public static List<Style> all() {
    return ServiceLoader.load(Style.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Style::name))
        .toList();
  }

  /**
   * The style of that name; {@link NoSuchElementException} with the known names when there is none.
   */
  public static Style named(String name) {
    return all().stream()
        .filter(style -> style.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new NoSuchElementException(
                "there is no style '"
                    + name
                    + "'; known: "
                    + all().stream().map(Style::name).collect(Collectors.joining(", "))));
  }
}
