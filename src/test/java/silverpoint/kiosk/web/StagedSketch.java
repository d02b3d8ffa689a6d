package silverpoint.kiosk.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Job;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Promise;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.RuralPostmanRouter;
import silverpoint.route.TravelPrices;
import silverpoint.sketch.LinePlanner;
import silverpoint.sketch.PaceOfMachine;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.StageTimes;

/** A face of a few strokes, its line for the classic machine, and its pictures. */
final class StagedSketch {
  /** Far longer than the line takes: nobody looks at a page so long that it ends. */
  private static final double DRAW_TIME_S = 1200;

  static final MachineProfile MACHINE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  static final PlannedLine LINE = plan();

  private StagedSketch() {}

  private static PlannedLine plan() {
    List<Stroke> strokes = new ArrayList<>();
    for (List<Point> points : face()) {
      strokes.add(new Stroke(new Polyline(points), Stroke.Source.values()[0], 1));
    }
    Drawing drawing =
        new Drawing(MACHINE.page(), strokes, List.of(new Box(50, 15, 60, 80)), Affine.IDENTITY);
    MotionPlanner motionPlanner = new MotionPlanner(MACHINE.motion(), MACHINE.page().drawableMm());
    return new LinePlanner(
            new RuralPostmanRouter(
                TravelPrices.HIDDEN, PaceOfMachine.of(motionPlanner.settings()), 1),
            motionPlanner,
            new StepGenerator(MACHINE.motion()),
            MACHINE.parkMm(),
            Double.POSITIVE_INFINITY)
        .plan(drawing, new StageTimes(() -> 0, _ -> {}));
  }

  private static List<List<Point>> face() {
    List<List<Point>> face = new ArrayList<>();
    face.add(arc(70, 48, 22, 30, 0, 360));
    face.add(arc(62, 42, 4, 2.2, 0, 360));
    face.add(arc(78, 42, 4, 2.2, 0, 360));
    face.add(arc(62, 42, 1, 1, 0, 360));
    face.add(arc(78, 42, 1, 1, 0, 360));
    face.add(arc(62, 37, 6, 3, 200, 340));
    face.add(arc(78, 37, 6, 3, 200, 340));
    face.add(arc(70, 60, 9, 5, 20, 160));
    face.add(arc(70, 59, 9, 2, 10, 170));
    face.add(arc(70, 49, 3, 5, 20, 160));
    for (int i = 0; i < 9; i++) {
      face.add(arc(70, 46, 23 + i, 31 + i, 195, 345 - 4 * i));
    }
    face.add(arc(70, 100, 42, 22, 190, 350));
    return face;
  }

  private static List<Point> arc(
      double x, double y, double radiusX, double radiusY, int fromDegrees, int toDegrees) {
    List<Point> points = new ArrayList<>();
    for (int degrees = fromDegrees; degrees <= toDegrees; degrees += 5) {
      double angle = Math.toRadians(degrees);
      points.add(new Point(x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)));
    }
    return points;
  }

  /** The line art as a PNG file. */
  static final byte[] ART = picture("png", Color.WHITE, Color.BLACK);

  /** What the camera sees, a JPEG file of 320 by 240 px. */
  static final byte[] PHOTO = picture("jpeg", new Color(90, 110, 130), Color.WHITE);

  private static byte[] picture(String format, Color paper, Color ink) {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(paper);
    graphics.fillRect(0, 0, 320, 240);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(1.5f));
    for (List<Point> points : face()) {
      for (int i = 1; i < points.size(); i++) {
        graphics.drawLine(
            px(points.get(i - 1).x()),
            px(points.get(i - 1).y()),
            px(points.get(i).x()),
            px(points.get(i).y()));
      }
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int px(double mm) {
    return (int) Math.round(mm * 2.2);
  }

  /** A booth in the middle of the drawing, with two guests who wait. */
  static BoothState drawing(BoothClock clock) {
    long nowMs = clock.nowMs().getAsLong();
    double lengthMm = LINE.route().lengthMm();
    long startedMs = nowMs - Math.round(DRAW_TIME_S * 400);
    Session session = new Session(41, 3, true, 0, startedMs - 30_000);
    Job job =
        new Job(
            Ticket.accepted(
                session,
                new Offer("shaded", DRAW_TIME_S, lengthMm),
                startedMs,
                Promise.of(nowMs + 90_000)),
            startedMs,
            0);
    Session next = new Session(42, 5, false, 1, nowMs - 60_000);
    Session last = new Session(43, 6, false, 0, nowMs - 40_000);
    BoothState begin =
        BoothState.begin(new MachineState.Drawing(startedMs, job), 44, LearnedPace.guess(1), nowMs);
    return new BoothState(
        begin.visitor(),
        begin.machine(),
        List.of(
            Ticket.accepted(
                next, new Offer("shaded", 151, 1210), nowMs - 20_000, Promise.of(nowMs + 240_000)),
            Ticket.accepted(
                last, new Offer("shaded", 120, 1010), nowMs - 10_000, Promise.of(nowMs + 420_000))),
        true,
        begin.seen(),
        begin.faults(),
        begin.pace(),
        begin.downtime(),
        begin.faultsInARow(),
        begin.counters(),
        begin.nextSession());
  }
}
