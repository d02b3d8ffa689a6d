package silverpoint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import silverpoint.camera.Frame;
import silverpoint.face.Face;
import silverpoint.face.FaceDetector;
import silverpoint.geometry.Point;
import silverpoint.lineart.LineArt;
import silverpoint.lineart.LineArtist;
import silverpoint.motion.MotionPlan;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.StepGenerator;
import silverpoint.motion.StepPlan;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.PortraitMaker;
import silverpoint.route.Route;
import silverpoint.route.Router;
import silverpoint.stroke.Drawing;
import silverpoint.stroke.Vectorizer;

/**
 * From a frame to motor steps. Same frame, same stages: the same steps, bit for bit.
 *
 * @param homeMm where the stylus stands before it draws
 * @param clockNs a clock for the stage times
 * @param progress told of every stage when it begins
 */
public record SketchPipeline(
    FaceDetector faceDetector,
    PortraitMaker portraitMaker,
    LineArtist lineArtist,
    Vectorizer vectorizer,
    Router router,
    MotionPlanner motionPlanner,
    StepGenerator stepGenerator,
    Point homeMm,
    LongSupplier clockNs,
    Consumer<Stage> progress) {

  /** The sketch of the best face in the frame, or empty when nobody is there. */
  public Optional<Sketch> sketch(Frame frame) {
    StageTimes times = new StageTimes();
    List<Face> faces = times.of(Stage.FACES, () -> faceDetector.detect(frame.image()));
    return times
        .of(Stage.PORTRAIT, () -> portraitMaker.make(frame.image(), faces))
        .map(portrait -> sketch(frame, faces, portrait, times));
  }

  private Sketch sketch(Frame frame, List<Face> faces, Portrait portrait, StageTimes times) {
    LineArt lineArt = times.of(Stage.LINE_ART, () -> lineArtist.draw(portrait));
    Drawing drawing = times.of(Stage.STROKES, () -> vectorizer.vectorize(lineArt, portrait));
    Route route = times.of(Stage.ROUTE, () -> router.route(drawing, homeMm));
    MotionPlan motionPlan = times.of(Stage.MOTION, () -> motionPlanner.plan(route));
    StepPlan stepPlan = times.of(Stage.STEPS, () -> stepGenerator.generate(motionPlan));
    return new Sketch(
        frame, faces, portrait, lineArt, drawing, route, motionPlan, stepPlan, times.elapsedNs);
  }

  private final class StageTimes {
    private final Map<Stage, Long> elapsedNs = new EnumMap<>(Stage.class);

    <T> T of(Stage stage, Supplier<T> work) {
      progress.accept(stage);
      long startNs = clockNs.getAsLong();
      T product = work.get();
      elapsedNs.put(stage, clockNs.getAsLong() - startNs);
      return product;
    }
  }
}
