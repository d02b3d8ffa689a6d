package silverpoint.lab.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/** A face a line: file, box and, when there are four more pairs of numbers, key points. */
final class FaceCsv {
  private static final String HEADER = "file,x,y,width,height";
  private static final int BOX_END = 5;

  private FaceCsv() {}

  static Map<String, List<FaceLabel>> parse(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().replace(" ", "").startsWith(HEADER)) {
      throw new IllegalArgumentException("the first line must begin with " + HEADER);
    }
    Map<String, List<FaceLabel>> byPicture = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split(",", -1);
      List<FaceLabel> faces =
          byPicture.computeIfAbsent(cells[0].strip(), name -> new ArrayList<>());
      boolean noFace = Arrays.stream(cells).skip(1).allMatch(String::isBlank);
      if (!noFace) {
        faces.add(face(cells, i + 1));
      }
    }
    return byPicture;
  }

  private static FaceLabel face(String[] cells, int line) {
    double[] numbers = new double[cells.length - 1];
    try {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = cells[i + 1].isBlank() ? Double.NaN : Double.parseDouble(cells[i + 1].strip());
      }
      if (numbers.length < BOX_END - 1) {
        throw new IllegalArgumentException("a face takes x,y,width,height");
      }
      Box box = new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
      List<Point> points = new ArrayList<>();
      for (int i = BOX_END - 1; i + 1 < numbers.length && !Double.isNaN(numbers[i]); i += 2) {
        points.add(new Point(numbers[i], numbers[i + 1]));
      }
      return new FaceLabel(box, points, false);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
    }
  }
}
