package silverpoint.kiosk.crew;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.picture.portrait.Portrait;
import silverpoint.sketch.Frame;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.Stage;

/** Seam: a pipeline that is ready to sketch; may throw whatever goes wrong in it. */
public interface Studio extends AutoCloseable {
  /** The sketch of those in the frame who are chosen, or empty when nobody is. */
  Optional<Sketch> sketch(Frame frame, FaceChoice choice, Settings settings);

  /**
   * The line of what was seen before in another style, whole however long it takes to draw. It uses
   * no model.
   *
   * @param began told of every stage when it begins; may end the work by what it throws
   */
  PlannedLine redraw(Seen seen, String style, Consumer<Stage> began);

  /**
   * What was seen of a guest, which is enough to draw them in any style.
   *
   * @param lineArt before its style
   */
  record Seen(Portrait portrait, LineArt lineArt) {
    static Seen of(Sketch sketch) {
      return new Seen(sketch.portrait(), sketch.seen());
    }
  }

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
   * @param others styles that guests may choose instead; none where the style is fixed
   */
  record Settings(String style, double maxDrawTimeS, List<String> others) {
    /** A screen has room for so many beside the usual one. */
    public static final int MOST_OTHERS = 2;

    public Settings {
      others = List.copyOf(others);
      if (!(maxDrawTimeS > 0)) {
        throw new IllegalArgumentException("maxDrawTimeS must be positive: " + maxDrawTimeS);
      }
      if (others.size() > MOST_OTHERS || others.contains(style)) {
        throw new IllegalArgumentException(
            "others must be at most %d and not %s: %s".formatted(MOST_OTHERS, style, others));
      }
    }

    /**
     * Guests choose between a style and others.
     *
     * @param styles the ones to offer first come first; the usual one may be among them
     */
    public static Settings offering(String usual, double maxDrawTimeS, List<String> styles) {
      List<String> others =
          styles.stream()
              .filter(style -> !style.equals(usual))
              .distinct()
              .limit(MOST_OTHERS)
              .toList();
      return new Settings(usual, maxDrawTimeS, others);
    }

    /** The same in one style, which nobody chooses. */
    Settings fixed(String only) {
      return new Settings(only, maxDrawTimeS, List.of());
    }

    /** The same within another time. */
    Settings within(double seconds) {
      return new Settings(style, seconds, others);
    }
  }
}
