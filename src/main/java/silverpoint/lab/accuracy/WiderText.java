package silverpoint.lab.accuracy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import silverpoint.foundation.geometry.Box;

/** WIDER FACE's text format (Yang, Luo, Loy and Tang 2016). */
final class WiderText {
  private static final int INVALID = 7;

  private WiderText() {}

  static Map<String, List<FaceLabel>> parse(List<String> lines) {
    Map<String, List<FaceLabel>> byPicture = new LinkedHashMap<>();
    Iterator<String> rest = lines.stream().map(String::strip).filter(l -> !l.isEmpty()).iterator();
    while (rest.hasNext()) {
      String picture = rest.next();
      if (!rest.hasNext()) {
        throw new IllegalArgumentException("the count of faces is missing after " + picture);
      }
      int count = whole(rest.next(), picture);
      List<FaceLabel> faces = new ArrayList<>();
      // a picture without faces has one line of zeros all the same
      for (int i = 0; i < Math.max(1, count) && rest.hasNext(); i++) {
        String line = rest.next();
        if (count > 0) {
          faces.add(face(line, picture));
        }
      }
      if (faces.size() != count) {
        throw new IllegalArgumentException(picture + " should have " + count + " faces");
      }
      byPicture.put(picture, faces);
    }
    return byPicture;
  }

  private static FaceLabel face(String line, String picture) {
    String[] parts = line.split("\\s+");
    if (parts.length < 4) {
      throw new IllegalArgumentException(picture + ": a face takes x y w h, got '" + line + "'");
    }
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = whole(parts[i], picture);
    }
    boolean invalid = numbers.length > INVALID && numbers[INVALID] == 1;
    boolean empty = numbers[2] <= 0 || numbers[3] <= 0;
    Box box = new Box(numbers[0], numbers[1], Math.max(0, numbers[2]), Math.max(0, numbers[3]));
    return new FaceLabel(box, List.of(), invalid || empty);
  }

  private static int whole(String text, String picture) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(picture + ": '" + text + "' is no whole number", e);
    }
  }
}
