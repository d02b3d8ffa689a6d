package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silverpoint.foundation.geometry.Affine;

/** The transform attribute of SVG 1.1: the last one written is applied first. */
final class SvgTransform {
  private static final Pattern CALL = Pattern.compile("[\\s,]*+(\\w++)\\s*+\\(([^)]*+)\\)\\s*+");

  private SvgTransform() {}

  static Affine parse(String text) {
    Affine map = Affine.IDENTITY;
    Matcher call = CALL.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!call.region(at, text.length()).lookingAt()) {
        throw new IllegalArgumentException(
            "transform '"
                + text.substring(at, Math.min(text.length(), at + 24))
                + "' cannot be read");
      }
      map = one(call.group(1), numbers(call.group(2))).then(map);
      at = call.end();
    }
    return map;
  }

  private static List<Double> numbers(String text) {
    SvgNumbers numbers = new SvgNumbers(text);
    List<Double> values = new ArrayList<>();
    while (numbers.hasNext()) {
      values.add(numbers.next());
    }
    return values;
  }

  private static Affine one(String name, List<Double> v) {
    String form = name + "/" + v.size();
    return switch (form) {
      case "translate/1" -> Affine.translation(v.get(0), 0);
      case "translate/2" -> Affine.translation(v.get(0), v.get(1));
      case "scale/1" -> Affine.scaling(v.get(0));
      case "scale/2" -> new Affine(v.get(0), 0, 0, v.get(1), 0, 0);
      case "rotate/1" -> Affine.rotation(Math.toRadians(v.get(0)));
      case "rotate/3" ->
          Affine.translation(-v.get(1), -v.get(2))
              .then(Affine.rotation(Math.toRadians(v.get(0))))
              .then(Affine.translation(v.get(1), v.get(2)));
      case "skewX/1" -> new Affine(1, 0, Math.tan(Math.toRadians(v.get(0))), 1, 0, 0);
      case "skewY/1" -> new Affine(1, Math.tan(Math.toRadians(v.get(0))), 0, 1, 0, 0);
      case "matrix/6" -> new Affine(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5));
      default -> throw new IllegalArgumentException("there is no transform " + name + v);
    };
  }
}
