package silverpoint.kiosk.booth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a kind of command, state or answer in the API, on pages and in the log: it stays when
 * the class is renamed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {
  /** Unique among the kinds beside it. */
  String value();

  /** The name of a kind that has one. */
  final class Of {
    private Of() {}

    public static String kind(Class<?> kind) {
      WireName name = kind.getAnnotation(WireName.class);
      if (name == null) {
        throw new IllegalArgumentException(kind + " has no name in the API");
      }
      return name.value();
    }
  }
}
