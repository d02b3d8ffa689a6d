package silverpoint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silverpoint.camera.Frame;
import silverpoint.face.Face;
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
 * @param flaw why nobody would know the person in it, in whatever style; empty when all is well
 * @param stageNs time that each stage took
 */
public record Sketch(
    Frame frame,
    List<Face> faces,
    Portrait portrait,
    LineArt lineArt,
    Optional<Flaw> flaw,
    PlannedLine line,
    Map<Stage, Long> stageNs) {
  public Sketch {
    faces = List.copyOf(faces);
    stageNs = java.util.Collections.unmodifiableMap(new EnumMap<>(stageNs));
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
