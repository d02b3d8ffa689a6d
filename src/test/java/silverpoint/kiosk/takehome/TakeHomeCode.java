package silverpoint.kiosk.takehome;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;

/**
 * The other end of {@link TakeHomeLine}, written from its description alone.
 *
 * @param number the guest's
 * @param longSideMm of the page
 * @param width of the page, cells
 * @param height of the page, cells
 * @param strokes places on the grid
 */
public record TakeHomeCode(
    long number, double longSideMm, int width, int height, List<List<Point>> strokes) {
  public static TakeHomeCode of(String code) {
    if (code.charAt(0) != TakeHomeLine.VERSION) {
      throw new IllegalArgumentException("not a line of this version");
    }
    List<Integer> numbers = new ArrayList<>();
    int value = 0;
    int worth = 1;
    for (char character : code.substring(1).toCharArray()) {
      int digit = TakeHomeLine.DIGITS.indexOf(character);
      value += digit % TakeHomeLine.BASE * worth;
      worth *= TakeHomeLine.BASE;
      if (digit < TakeHomeLine.BASE) {
        numbers.add(value % 2 == 0 ? value / 2 : -(value + 1) / 2);
        value = 0;
        worth = 1;
      }
    }
    List<List<Point>> strokes = new ArrayList<>();
    Point at = new Point(0, 0);
    boolean lifted = true;
    for (int i = 4; i < numbers.size(); i += 2) {
      Point step = new Point(numbers.get(i), numbers.get(i + 1));
      if (step.equals(new Point(0, 0))) {
        lifted = true;
        continue;
      }
      at = at.plus(step);
      if (lifted) {
        strokes.add(new ArrayList<>());
      }
      lifted = false;
      strokes.getLast().add(at);
    }
    return new TakeHomeCode(
        numbers.get(0), numbers.get(1) / 10.0, numbers.get(2), numbers.get(3), strokes);
  }
}
