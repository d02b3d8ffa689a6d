package silverpoint.kiosk.crew;

import java.util.Optional;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.sketch.Frame;
import silverpoint.sketch.Sketch;

/** Seam: a pipeline that is ready to sketch; may throw whatever goes wrong in it. */
public interface Studio extends AutoCloseable {
  /** The sketch of those in the frame who are chosen, or empty when nobody is. */
  Optional<Sketch> sketch(Frame frame, FaceChoice choice, Settings settings);

  /** Lets go of the models. */
  @Override
  void close();

  /** Seam: sets a studio up, models loaded and warm; those that were built before stay open. */
  @FunctionalInterface
  interface Builder {
    Studio build();

    /** Whether there is a style of that name. */
    default boolean knows(String style) {
      return true;
    }
  }

  /**
   * What portraits are to be like.
   *
   * @param style name of the line art's style
   * @param maxDrawTimeS longest time on the machine, seconds; infinite for no limit
   */
  record Settings(String style, double maxDrawTimeS) {
    public Settings {
      if (!(maxDrawTimeS > 0)) {
        throw new IllegalArgumentException("maxDrawTimeS must be positive: " + maxDrawTimeS);
      }
    }
  }
}
