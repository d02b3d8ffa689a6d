package silverpoint.lab.benchmark;

import java.util.List;
import silverpoint.foundation.image.GrayImage;
import silverpoint.lab.accuracy.Detection;
import silverpoint.sketch.Sketch;

/** What a candidate says about a picture. */
public sealed interface Answer {
  /**
   * Soft lines.
   *
   * @param ink of the picture's size, 0 paper to 1 a sure line
   */
  record Edges(GrayImage ink) implements Answer {}

  /**
   * Faces.
   *
   * @param faces in any order, px of the picture
   */
  record Faces(List<Detection> faces) implements Answer {
    public Faces {
      faces = List.copyOf(faces);
    }
  }

  /**
   * A person.
   *
   * @param person of the picture's size, 0..1
   */
  record Person(GrayImage person) implements Answer {}

  /**
   * A drawing, from the photo to motor steps.
   *
   * @param sketch with all its products
   */
  record Drawn(Sketch sketch) implements Answer {}

  /** Something that only the time is taken of; "nobody there" among it. */
  record Unjudged() implements Answer {}
}
