package silverpoint.kiosk.web;

import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.booth.BoothCommand;

/** A calibration that asks one question of each kind and takes any answer. */
final class StagedCalibration {
  static final List<String> ASKED =
      List.of(
          "BRING_LEFT",
          "BRING_LOWER",
          "SHAKE",
          "LENGTH_X",
          "TOOTH_LEFT",
          "TOOTH_UPPER",
          "FALLING",
          "RISING",
          "KEEP");

  static final Kiosk.ToyView TOY =
      new Kiosk.ToyView(
          160, 106, List.of(10.0, 10.0, 140.0, 10.0, 140.0, 90.0, 70.0, 90.0, 72.0, 60.0));

  private static final int STEPS = 5;

  private volatile Optional<Kiosk.CalibrationView> question = Optional.empty();
  private volatile boolean kept;

  void begin() {
    question = Optional.of(question(1));
  }

  /** Whether the command ends the calibration. */
  boolean ends(BoothCommand command) {
    return switch (command) {
      case BoothCommand.AnswerCalibration(long number, _) -> {
        kept = number == ASKED.size();
        question = kept ? Optional.empty() : Optional.of(question((int) number + 1));
        yield kept;
      }
      case BoothCommand.EndCalibration _ -> {
        question = Optional.empty();
        yield true;
      }
      default -> false;
    };
  }

  Optional<Kiosk.CalibrationView> question() {
    return question;
  }

  boolean isKept() {
    return kept;
  }

  private static Kiosk.CalibrationView question(int number) {
    String asked = ASKED.get(number - 1);
    return new Kiosk.CalibrationView(
        number,
        1 + (number - 1) * STEPS / ASKED.size(),
        STEPS,
        asked,
        asked.startsWith("BRING") ? 12.5 : 0,
        asked.startsWith("TOOTH") ? 8 : 0,
        asked.equals("KEEP")
            ? Optional.of(new Kiosk.MeasuredView(80.31, 79.85, 0.52, 0.48, 0.11, true))
            : Optional.empty());
  }
}
