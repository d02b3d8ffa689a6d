package silverpoint.cli;

import java.util.NoSuchElementException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import silverpoint.picture.lineart.Style;
import silverpoint.picture.lineart.Styles;

/** How to draw. */
final class StyleOption {
  private static final class Known implements ITypeConverter<Style> {
    @Override
    public Style convert(String name) {
      try {
        return Styles.named(name);
      } catch (NoSuchElementException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  @Option(
      names = "--style",
      paramLabel = "NAME",
      converter = Known.class,
      description = "How to draw: shaded, contour, bold, minimal (default: shaded).")
  private Style style = Styles.named("shaded");

  Style style() {
    return style;
  }
}
