package silverpoint.kiosk.crew;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import silverpoint.PlainLineArt;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelException;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.picture.face.Face;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;
import silverpoint.picture.stroke.Drawing;
import silverpoint.sketch.Frame;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.Stage;

/**
 * Builds studios that make of every frame a line of its own, or fail as planted; remembers what
 * they were asked.
 */
final class StagedStudio implements Studio.Builder {
  /** What a studio was asked to sketch. */
  record Asked(Frame frame, Studio.Settings settings, PlannedLine line) {}

  final List<Asked> asked = new ArrayList<>();

  /** What the next builds fail with, the first one first. */
  final Deque<Throwable> unbuildable = new ArrayDeque<>();

  /** What the next sketches fail with. */
  final Deque<Throwable> failing = new ArrayDeque<>();

  /** What a studio was asked to draw again. */
  record Redrawn(String style, PlannedLine line) {}

  final List<Redrawn> redrawn = new ArrayList<>();

  /** What was seen in each frame, as long as somebody holds it. */
  final List<WeakReference<Portrait>> portraits = new ArrayList<>();

  /** What the next drawings in another style fail with. */
  final Deque<Throwable> failingAgain = new ArrayDeque<>();

  /** What happens before each stage of a drawing in another style. */
  Runnable beforeStage = () -> {};

  /** How many corners a line has, by style; else as many as the first. */
  final Map<String, Integer> corners = new HashMap<>(Map.of("minimal", 2, "shaded", 6));

  /** Whether there is a face in what it is shown. */
  boolean seesFaces = true;

  /** What happens while a sketch is made. */
  Runnable meanwhile = () -> {};

  /** What happens while a studio is built. */
  Runnable building = () -> {};

  /** Studios that were built, and those of them that are open. */
  int built;

  int open;
  private final MachineProfile profile;
  private final PlannedLine line;

  StagedStudio(MachineProfile profile) {
    this.profile = profile;
    line = KillGuest.line(profile);
  }

  private final class Staged implements Studio {
    private boolean closed;

    @Override
    public Optional<Sketch> sketch(Frame frame, FaceChoice choice, Settings settings) {
      if (closed) {
        throw new ModelException("edge-portrait is closed");
      }
      fail(failing);
      meanwhile.run();
      if (!seesFaces) {
        return Optional.empty();
      }
      PlannedLine own = own();
      asked.add(new Asked(frame, settings, own));
      Portrait portrait = portrait();
      portraits.add(new WeakReference<>(portrait));
      return Optional.of(
          new Sketch(
              frame,
              List.of(),
              portrait,
              art(),
              art(),
              Optional.empty(),
              own,
              new EnumMap<>(Stage.class)));
    }

    @Override
    public PlannedLine redraw(Seen seen, String style, Consumer<Stage> began) {
      for (Stage stage : List.of(Stage.LINE_ART, Stage.STROKES, Stage.ROUTE)) {
        beforeStage.run();
        began.accept(stage);
      }
      fail(failingAgain);
      PlannedLine own =
          corners.containsKey(style) ? KillGuest.zigzag(profile, corners.get(style)) : own();
      redrawn.add(new Redrawn(style, own));
      return own;
    }

    @Override
    public void close() {
      open -= closed ? 0 : 1;
      closed = true;
    }
  }

  @Override
  public Studio build() {
    building.run();
    fail(unbuildable);
    built++;
    open++;
    return new Staged();
  }

  /** Equal to all others, and yet told apart by the list of its strokes. */
  private PlannedLine own() {
    Drawing drawing = line.drawing().with(new ArrayList<>(line.drawing().strokes()));
    return new PlannedLine(
        drawing, line.dropped(), line.route(), line.motionPlan(), line.stepPlan());
  }

  private static void fail(Deque<Throwable> planted) {
    switch (planted.poll()) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  private static Portrait portrait() {
    Box box = new Box(1, 1, 2, 2);
    Face face = new Face(box, Collections.nCopies(Face.KEY_POINTS, new Point(2, 2)), 1);
    FaceLight light = new FaceLight(0.6, 0.1, 0.8, 0, 0.6, 0.6, 0.6);
    GrayImage blank = new GrayImage(4, 4, new float[16]);
    return new Portrait(
        new RgbImage(4, 4, new byte[48]),
        Affine.IDENTITY,
        List.of(new Sitter(face, box, Optional.empty(), light)),
        blank,
        blank);
  }

  private static LineArt art() {
    return PlainLineArt.of(new GrayImage(4, 4, new float[16]), List.of(), List.of(), List.of());
  }
}
