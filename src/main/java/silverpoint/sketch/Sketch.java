package silverpoint.sketch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.StepPlan;
import silverpoint.picture.face.Face;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.Flaw;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.stroke.Drawing;
import silverpoint.route.Route;

/**
 * Everything made from one frame.
 *
 * @param faces all faces in the frame, the surest first
 * @param seen the line art before a style left lines out or added some
 * @param flaw why nobody would know the person in it, in whatever style; empty when all is well
 * @param drawing what is drawn, or would be of a portrait with a flaw
 * @param planned gives the line
 * @param stageNs time that each stage took
 */
public record Sketch(
    Frame frame,
    List<Face> faces,
    Portrait portrait,
    LineArt lineArt,
    LineArt seen,
    Optional<Flaw> flaw,
    Drawing drawing,
    Supplier<PlannedLine> planned,
    Map<Stage, Long> stageNs) {
  public Sketch {
    faces = List.copyOf(faces);
    stageNs = Collections.unmodifiableMap(new EnumMap<>(stageNs));
  }

  /** A sketch whose line is planned. */
  public Sketch(
      Frame frame,
      List<Face> faces,
      Portrait portrait,
      LineArt lineArt,
      LineArt seen,
      Optional<Flaw> flaw,
      PlannedLine line,
      Map<Stage, Long> stageNs) {
    this(frame, faces, portrait, lineArt, seen, flaw, line.drawing(), () -> line, stageNs);
  }

  /** The line; of a portrait with a flaw it is planned now, since hardly anybody asks for it. */
  public PlannedLine line() {
    return planned.get();
  }

  public Route route() {
    return line().route();
  }

  public MotionPlan motionPlan() {
    return line().motionPlan();
  }

  public StepPlan stepPlan() {
    return line().stepPlan();
  }
}
