package silverpoint.sketch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceDetector;
import silverpoint.picture.lineart.Legibility;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.lineart.LineArtist;
import silverpoint.picture.lineart.Style;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.picture.portrait.Flaw;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.PortraitMaker;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Vectorizer;

/**
 * From a frame to motor steps. Same frame, same stages: the same steps, bit for bit.
 *
 * @param clockNs a clock for the stage times
 * @param progress told of every stage when it begins
 */
public record SketchPipeline(
    FaceDetector faceDetector,
    PortraitMaker portraitMaker,
    LineArtist lineArtist,
    Style style,
    Vectorizer vectorizer,
    LinePlanner linePlanner,
    LongSupplier clockNs,
    Consumer<Stage> progress) {

  /** The same models and stages, another style, another line. */
  public SketchPipeline with(Style otherStyle, LinePlanner otherPlanner) {
    return new SketchPipeline(
        faceDetector,
        portraitMaker,
        lineArtist,
        otherStyle,
        vectorizer,
        otherPlanner,
        clockNs,
        progress);
  }

  /** The sketch of the best face in the frame, or empty when nobody is there. */
  public Optional<Sketch> sketch(Frame frame) {
    return sketch(frame, FaceChoice.upTo(1));
  }

  /** The sketch of those in the frame who are chosen, or empty when nobody is. */
  public Optional<Sketch> sketch(Frame frame, FaceChoice choice) {
    StageTimes times = new StageTimes(clockNs, progress);
    List<Face> faces = times.of(Stage.FACES, () -> faceDetector.detect(frame.image()));
    return times
        .of(
            Stage.PORTRAIT,
            () -> portraitMaker.make(frame.image(), choice.of(frame.image(), faces), faces))
        .map(portrait -> sketch(frame, faces, portrait, times));
  }

  /**
   * Another line of what was seen before, in this pipeline's style.
   *
   * @param seen the line art before its style
   * @param began told of every stage when it begins; may end the work by what it throws
   */
  public PlannedLine redraw(Portrait portrait, LineArt seen, Consumer<Stage> began) {
    StageTimes times = new StageTimes(clockNs, began);
    LineArt lineArt = times.of(Stage.LINE_ART, () -> style.apply(seen, portrait));
    Drawing drawing = times.of(Stage.STROKES, () -> vectorizer.vectorize(lineArt, portrait));
    return linePlanner.plan(drawing, times);
  }

  private Sketch sketch(Frame frame, List<Face> faces, Portrait portrait, StageTimes times) {
    LineArt seen =
        times.of(Stage.LINE_ART, () -> lineArtist.draw(portrait, vectorizer.lineWidthPx(portrait)));
    Optional<Flaw> flaw = times.of(Stage.LINE_ART, () -> Legibility.flaw(portrait, seen));
    LineArt lineArt = times.of(Stage.LINE_ART, () -> style.apply(seen, portrait));
    Drawing drawing = times.of(Stage.STROKES, () -> vectorizer.vectorize(lineArt, portrait));
    if (flaw.isPresent()) {
      Supplier<PlannedLine> whenAsked = () -> linePlanner.plan(drawing, times);
      return new Sketch(
          frame, faces, portrait, lineArt, seen, flaw, drawing, whenAsked, times.elapsedNs());
    }
    PlannedLine line = linePlanner.plan(drawing, times);
    return new Sketch(frame, faces, portrait, lineArt, seen, flaw, line, times.elapsedNs());
  }
}
