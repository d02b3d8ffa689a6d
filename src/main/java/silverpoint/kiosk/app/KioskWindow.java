package silverpoint.kiosk.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.inference.MeteredModel;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.camera.CameraHealth;
import silverpoint.kiosk.history.Versions;
import silverpoint.kiosk.subject.Observation;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.machine.plotter.Lateness;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.picture.face.FaceTrack;
import silverpoint.picture.lineart.Style;
import silverpoint.picture.lineart.Styles;
import silverpoint.picture.stroke.Page;
import silverpoint.sketch.Frame;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.preview.Pictures;

/**
 * What pages see of the running kiosk. A camera picture is shown only while a guest who agreed is
 * being framed, and while the booth is closed, when staff aim the camera.
 */
public final class KioskWindow implements Kiosk {
  private static final double PX_PER_MM = 4;
  private static final int JPEG_QUALITY = 70;
  private static final double TOY_SPACING_MM = 0.1;

  /** A day has no room for a longer drawing, and JSON none for infinity. */
  private static final double LONGEST_S = 3600;

  private final RunningKiosk kiosk;
  private final Page page;
  private final List<ModelCard> cards = cards();
  private Optional<Exhibit> shown = Optional.empty();

  public KioskWindow(RunningKiosk kiosk, Page page) {
    this.kiosk = kiosk;
    this.page = page;
  }

  @Override
  public synchronized Optional<Exhibit> exhibit() {
    BoothState state = kiosk.booth().snapshot().state();
    Optional<Long> session =
        state
            .machine()
            .ticket()
            .map(Ticket::number)
            .or(() -> state.queue().stream().reduce((_, last) -> last).map(Ticket::number))
            .or(() -> state.visitor().guest().map(Session::number));
    Optional<PlannedLine> line = session.flatMap(kiosk.crew().memory()::line);
    if (line.isEmpty()) {
      shown = Optional.empty();
    } else if (shown.filter(exhibit -> exhibit.line() == line.get()).isEmpty()) {
      shown = Optional.of(exhibit(session.orElseThrow(), line.get()));
    }
    return shown;
  }

  /** The sketch of one session, as long as it is in memory. */
  Optional<Exhibit> sketch(long session) {
    return kiosk.crew().memory().line(session).map(line -> exhibit(session, line));
  }

  /** The sketch of one session in a style, while it is offered or taken. */
  Optional<Exhibit> sketch(long session, String style) {
    return kiosk.crew().memory().line(session, style).map(line -> exhibit(session, line));
  }

  private Exhibit exhibit(long session, PlannedLine line) {
    byte[] png = ImageFiles.encodePng(Pictures.strokes(line.drawing(), PX_PER_MM));
    return new Exhibit(session, line, page, png);
  }

  @Override
  public Optional<CameraPicture> picture() {
    BoothState state = kiosk.booth().snapshot().state();
    boolean agreed =
        state.visitor() instanceof VisitorState.Framing
            || state.visitor() instanceof VisitorState.Countdown
            || state.visitor() instanceof VisitorState.Captured;
    Observation seen = kiosk.watch().latest();
    return agreed || !state.open()
        ? seen.frame().map(frame -> picture(frame, seen))
        : Optional.empty();
  }

  private static CameraPicture picture(Frame frame, Observation seen) {
    List<FaceBox> faces =
        seen.tracks().stream().map(track -> box(track, isSubject(track, seen))).toList();
    return new CameraPicture(
        ImageFiles.encodeJpeg(frame.image(), JPEG_QUALITY),
        frame.image().width(),
        frame.image().height(),
        faces);
  }

  /** Whether this face belongs to who is to be drawn. */
  static boolean isSubject(FaceTrack track, Observation seen) {
    return seen.subject().stream()
        .flatMap(subject -> subject.members().stream())
        .anyMatch(member -> member.id() == track.id());
  }

  private static FaceBox box(FaceTrack track, boolean subject) {
    Box px = track.face().boxPx();
    return new FaceBox(
        (int) Math.round(px.x()),
        (int) Math.round(px.y()),
        (int) Math.round(px.width()),
        (int) Math.round(px.height()),
        subject);
  }

  @Override
  public CameraView camera() {
    CameraHealth health = kiosk.feed().health();
    return new CameraView(
        health.camera(), health.status().name(), health.framesPerS(), health.lastError());
  }

  @Override
  public Choices choices() {
    return new Choices(
        kiosk.crew().settings().style(),
        Styles.all().stream().map(Style::name).toList(),
        kiosk.crew().usual().others(),
        kiosk.crew().settings().others().isEmpty(),
        Math.min(LONGEST_S, kiosk.crew().settings().maxDrawTimeS()),
        kiosk.crew().chosenCamera(),
        kiosk.cameras().names());
  }

  /** All that the program has, used or not; one that watches the camera has a line of its own. */
  @Override
  public List<ModelView> models() {
    Map<String, MeteredModel> sketching =
        kiosk.usedModels().stream()
            .collect(Collectors.toMap(model -> model.card().name(), model -> model, (a, _) -> a));
    Map<String, MeteredModel> watching = kiosk.watchingModels();
    List<ModelView> views = new ArrayList<>();
    for (ModelCard card : cards) {
      views.add(view(card.name(), card, Optional.ofNullable(sketching.get(card.name()))));
      if (watching.containsKey(card.name())) {
        views.add(view(card.name() + " (camera)", card, Optional.of(watching.get(card.name()))));
      }
    }
    return views;
  }

  private static ModelView view(String name, ModelCard card, Optional<MeteredModel> metered) {
    Optional<MeteredModel> used = metered.filter(model -> model.runs() > 0);
    return new ModelView(
        name,
        used.map(MeteredModel::device).orElse(""),
        card.sha256(),
        used.map(MeteredModel::runs).orElse(0L),
        used.map(model -> model.percentileMs(0.5)).orElse(0.0),
        used.map(model -> model.percentileMs(0.95)).orElse(0.0),
        used.map(model -> model.percentileMs(0.99)).orElse(0.0));
  }

  private static List<ModelCard> cards() {
    try {
      return NeuralModels.cards(Places.models());
    } catch (ModelException _) {
      // the booth itself says that the models are missing
      return List.of();
    }
  }

  @Override
  public Versions versions() {
    return kiosk.versions();
  }

  @Override
  public Optional<LocalDate> calibratedOn() {
    return kiosk.calibratedOn();
  }

  @Override
  public Optional<CalibrationView> calibration() {
    return kiosk.crew().calibrationEye().question().map(CalibrationViews::of);
  }

  @Override
  public boolean profileIsNewer() {
    return kiosk.profileIsNewer();
  }

  @Override
  public Optional<ToyView> simulatedToy() {
    return kiosk.machine().simulated().map(simulated -> view(simulated.toy()));
  }

  private static ToyView view(SimulatedEtchASketch toy) {
    List<Double> points =
        toy.trace().lineMm(TOY_SPACING_MM).stream()
            .flatMap(point -> Stream.of(hundredths(point.x()), hundredths(point.y())))
            .toList();
    return new ToyView(toy.settings().screenWidthMm(), toy.settings().screenHeightMm(), points);
  }

  private static double hundredths(double mm) {
    return Math.rint(100 * mm) / 100;
  }

  @Override
  public Optional<LatenessView> lateness() {
    return kiosk.machine().lateness().map(KioskWindow::view);
  }

  private static LatenessView view(Lateness late) {
    return new LatenessView(
        late.count(),
        late.belowUs(0.5),
        late.belowUs(0.99),
        late.belowUs(0.999),
        late.worstNs() / 1000.0);
  }
}
