package silverpoint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silverpoint.camera.Frame;
import silverpoint.face.Face;
import silverpoint.lineart.Legibility;
import silverpoint.lineart.LineArt;
import silverpoint.motion.MotionPlan;
import silverpoint.motion.StepPlan;
import silverpoint.portrait.Flaw;
import silverpoint.portrait.Portrait;
import silverpoint.route.Route;
import silverpoint.stroke.Drawing;

/**
 * Everything made from one frame.
 *
 * @param faces all faces in the frame, the surest first
 * @param stageNs time that each stage took
 */
public record Sketch(
    Frame frame,
    List<Face> faces,
    Portrait portrait,
    LineArt lineArt,
    PlannedLine line,
    Map<Stage, Long> stageNs) {
  public Sketch {
    faces = List.copyOf(faces);
    stageNs = java.util.Collections.unmodifiableMap(new EnumMap<>(stageNs));
  }

  /** Why nobody would know the person in it; empty when all is well. */
  public Optional<Flaw> flaw() {
    return Legibility.flaw(portrait, lineArt);
  }

  public Drawing drawing() {
    return line.drawing();
  }

  public Route route() {
    return line.route();
  }

  public MotionPlan motionPlan() {
    return line.motionPlan();
  }

  public StepPlan stepPlan() {
    return line.stepPlan();
  }
}
