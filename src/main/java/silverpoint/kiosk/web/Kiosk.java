package silverpoint.kiosk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.history.Versions;
import silverpoint.picture.stroke.Page;
import silverpoint.sketch.PlannedLine;

/** Seam: what the staff page shows of the running kiosk besides its booth's state. */
public interface Kiosk {
  /** The sketch on the page of the toy, or else the newest that waits for it. */
  Optional<Exhibit> exhibit();

  /** The camera's newest picture; made on demand, kept nowhere. */
  Optional<CameraPicture> picture();

  CameraView camera();

  Choices choices();

  /** All models that may be used, and what one use of each took lately. */
  List<ModelView> models();

  /** What runs here. */
  Versions versions();

  /** The day on which the machine was last calibrated; empty when its values are estimates. */
  Optional<LocalDate> calibratedOn();

  /** The question of the calibration that is open. */
  Optional<CalibrationView> calibration();

  /** Whether the machine's profile was measured since the kiosk began, and counts from the next. */
  boolean profileIsNewer();

  /** What a simulated toy shows; empty for a real one. */
  Optional<ToyView> simulatedToy();

  /** How late the motors' steps are; empty without motors. */
  Optional<LatenessView> lateness();

  /**
   * A sketch to be shown.
   *
   * @param session whose it is
   * @param lineArtPng the line art as a PNG file
   */
  record Exhibit(long session, PlannedLine line, Page page, byte[] lineArtPng) {}

  /**
   * A picture and who is in it.
   *
   * @param jpeg a JPEG file of this size
   */
  record CameraPicture(byte[] jpeg, int widthPx, int heightPx, List<FaceBox> faces) {}

  /**
   * A face in a picture.
   *
   * @param subject whether this is who will be drawn
   */
  record FaceBox(int xPx, int yPx, int widthPx, int heightPx, boolean subject) {}

  /**
   * How the camera does.
   *
   * @param status OPENING, LIVE, WAITING or CLOSED
   */
  @WireName("KioskCameraView")
  record CameraView(String name, String status, double framesPerS, Optional<String> lastError) {}

  /**
   * What may be chosen, and what is.
   *
   * @param style of the next guest, unless they choose another
   * @param offered styles that guests may choose instead; empty where they have no choice
   * @param fixed whether guests have no choice at the moment
   * @param maxDrawTimeS the longest drawing
   */
  @WireName("KioskChoices")
  record Choices(
      String style,
      List<String> styles,
      List<String> offered,
      boolean fixed,
      double maxDrawTimeS,
      String camera,
      List<String> cameras) {
    public Choices {
      styles = List.copyOf(styles);
      offered = List.copyOf(offered);
      cameras = List.copyOf(cameras);
    }
  }

  /**
   * A model's latency.
   *
   * @param device CPU or the name of a GPU; empty before the first use
   * @param runs uses so far; the percentiles are of the latest of them
   */
  @WireName("KioskModelView")
  record ModelView(
      String name,
      String device,
      String sha256,
      long runs,
      double p50Ms,
      double p95Ms,
      double p99Ms) {}

  /**
   * A question to whoever calibrates the machine.
   *
   * @param question its number, which the answer names
   * @param step 1 to {@code steps}
   * @param asked BRING_LEFT, _RIGHT, _UPPER or _LOWER: jog the stylus to that side; LENGTH_X or _Y:
   *     of the line that was drawn; TOOTH_LEFT, _RIGHT, _UPPER or _LOWER: which tooth of the comb
   *     that points there ends at the rail; FALLING or RISING: length of that diagonal; SHAKE the
   *     toy blank; KEEP what was measured
   * @param fromEdgeMm where the stylus shall stand; 0 for other questions
   * @param teeth of the comb; 0 for other questions
   */
  @WireName("KioskCalibrationView")
  record CalibrationView(
      long question,
      int step,
      int steps,
      String asked,
      double fromEdgeMm,
      int teeth,
      Optional<MeasuredView> measured) {}

  /**
   * What a calibration has measured.
   *
   * @param leanDeg of lines down, to the right
   * @param playsDiffer whether an axis has another play in one direction than in the other, which a
   *     sound one has not
   */
  @WireName("KioskMeasuredView")
  record MeasuredView(
      double xStepsPerMm,
      double yStepsPerMm,
      double xPlayMm,
      double yPlayMm,
      double leanDeg,
      boolean playsDiffer) {}

  /** The line on a toy: x and y of its points in turn, mm from the upper left of the screen. */
  @WireName("KioskToyView")
  record ToyView(double widthMm, double heightMm, List<Double> points) {
    public ToyView {
      points = List.copyOf(points);
    }
  }

  /** How late steps came, µs; percentiles are upper bounds. */
  @WireName("KioskLatenessView")
  record LatenessView(long steps, long p50Us, long p99Us, long p999Us, double worstUs) {}
}
