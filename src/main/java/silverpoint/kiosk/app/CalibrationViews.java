package silverpoint.kiosk.app;

import java.util.Optional;
import silverpoint.kiosk.crew.CalibrationQuestion;
import silverpoint.kiosk.web.Kiosk.CalibrationView;
import silverpoint.kiosk.web.Kiosk.MeasuredView;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.calibration.CalibrationObserver.Axis;
import silverpoint.machine.calibration.CalibrationObserver.Step;
import silverpoint.machine.motion.Direction;

/** The questions of a calibration as pages see them. */
final class CalibrationViews {
  private CalibrationViews() {}

  static CalibrationView of(CalibrationQuestion question) {
    return switch (question.asked()) {
      case CalibrationQuestion.Bring(Axis axis, Direction side, double fromEdgeMm) ->
          view(question, "BRING_" + side(axis, side), fromEdgeMm, 0, Optional.empty());
      case CalibrationQuestion.Length(Axis axis) ->
          view(question, "LENGTH_" + axis, 0, 0, Optional.empty());
      case CalibrationQuestion.Tooth(Axis axis, Direction back, int teeth) ->
          view(question, "TOOTH_" + side(axis, back), 0, teeth, Optional.empty());
      case CalibrationQuestion.Diagonal(boolean falling) ->
          view(question, falling ? "FALLING" : "RISING", 0, 0, Optional.empty());
      case CalibrationQuestion.Shake _ -> view(question, "SHAKE", 0, 0, Optional.empty());
      case CalibrationQuestion.Keep(Calibration.Result result) ->
          view(question, "KEEP", 0, 0, Optional.of(measured(result)));
    };
  }

  private static CalibrationView view(
      CalibrationQuestion question,
      String asked,
      double fromEdgeMm,
      int teeth,
      Optional<MeasuredView> measured) {
    return new CalibrationView(
        question.number(),
        question.step().ordinal() + 1,
        Step.values().length,
        asked,
        fromEdgeMm,
        teeth,
        measured);
  }

  private static String side(Axis axis, Direction direction) {
    return switch (axis) {
      case X -> direction == Direction.NEGATIVE ? "LEFT" : "RIGHT";
      case Y -> direction == Direction.NEGATIVE ? "UPPER" : "LOWER";
    };
  }

  private static MeasuredView measured(Calibration.Result result) {
    return new MeasuredView(
        hundredths(result.x().stepsPerMm()),
        hundredths(result.y().stepsPerMm()),
        hundredths(result.x().backlashSteps() / result.x().stepsPerMm()),
        hundredths(result.y().backlashSteps() / result.y().stepsPerMm()),
        hundredths(result.skewDeg()),
        result.x().differs() || result.y().differs());
  }

  private static double hundredths(double value) {
    return Math.rint(100 * value) / 100;
  }
}
