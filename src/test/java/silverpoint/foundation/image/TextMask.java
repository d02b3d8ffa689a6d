package silverpoint.foundation.image;

import java.util.List;

/** Small masks as text blocks: '#' is set. */
public final class TextMask {
  private TextMask() {}

  public static Mask of(String text) {
    List<String> rows = text.lines().toList();
    int width = rows.getFirst().length();
    boolean[] set = new boolean[width * rows.size()];
    for (int i = 0; i < set.length; i++) {
      set[i] = rows.get(i / width).charAt(i % width) == '#';
    }
    return new Mask(width, rows.size(), set);
  }

  public static String toText(Mask mask) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        text.append(mask.at(x, y) ? '#' : '.');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
