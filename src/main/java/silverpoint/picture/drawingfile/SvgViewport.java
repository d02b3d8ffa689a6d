package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Affine;

/** How a {@code viewBox} fits its viewport (SVG 1.1, sections 7.7 and 7.8). */
final class SvgViewport {
  private SvgViewport() {}

  /** The map into a viewport of that size; where one is not known, in the units inside. */
  static Affine map(SvgElement frame, double width, double height) {
    List<Double> box = new ArrayList<>();
    SvgNumbers numbers = new SvgNumbers(frame.attribute("viewBox"));
    while (numbers.hasNext()) {
      box.add(numbers.next());
    }
    if (box.size() != 4 || !(box.get(2) > 0 && box.get(3) > 0)) {
      return Affine.IDENTITY;
    }
    double x = (width > 0 ? width : box.get(2)) / box.get(2);
    double y = (height > 0 ? height : box.get(3)) / box.get(3);
    String aspect = frame.attribute("preserveAspectRatio");
    Affine toOrigin = Affine.translation(-box.get(0), -box.get(1));
    if (aspect.contains("none")) {
      return toOrigin.then(new Affine(x, 0, 0, y, 0, 0));
    }
    double scale = aspect.contains("slice") ? Math.max(x, y) : Math.min(x, y);
    return toOrigin
        .then(Affine.scaling(scale))
        .then(
            Affine.translation(
                share(aspect, "xM") * (x - scale) * box.get(2),
                share(aspect, "YM") * (y - scale) * box.get(3)));
  }

  /** How much of the room left over lies before the picture. */
  private static double share(String aspect, String axis) {
    return aspect.contains(axis + "in") ? 0 : aspect.contains(axis + "ax") ? 1 : 0.5;
  }
}
