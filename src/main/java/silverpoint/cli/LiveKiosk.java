package silverpoint.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import silverpoint.PlannedLine;
import silverpoint.booth.BoothState;
import silverpoint.booth.Session;
import silverpoint.booth.Ticket;
import silverpoint.camera.CameraHealth;
import silverpoint.camera.Frame;
import silverpoint.crew.Studio;
import silverpoint.face.FaceTrack;
import silverpoint.geometry.Box;
import silverpoint.image.ImageFiles;
import silverpoint.inference.MeteredModel;
import silverpoint.lineart.Style;
import silverpoint.lineart.Styles;
import silverpoint.preview.Pictures;
import silverpoint.stroke.Page;
import silverpoint.subject.Observation;
import silverpoint.web.Kiosk;

/** The running kiosk as the staff page sees it. */
final class LiveKiosk implements Kiosk {
  private static final double ART_PX_PER_MM = 6;
  private static final int JPEG_QUALITY = 80;

  /** What the booth takes as the longest drawing stands for no limit. */
  private static final double LONGEST_S = 3600;

  private final RunningKiosk kiosk;
  private final Page page;

  private Optional<Exhibit> shown = Optional.empty();

  LiveKiosk(RunningKiosk kiosk, Page page) {
    this.kiosk = kiosk;
    this.page = page;
  }

  @Override
  public Optional<Exhibit> exhibit() {
    BoothState state = kiosk.booth().snapshot().state();
    return Stream.of(
            state.machine().ticket().map(Ticket::number).stream(),
            state.queue().stream().map(Ticket::number),
            state.visitor().guest().map(Session::number).stream())
        .flatMap(numbers -> numbers)
        .flatMap(number -> exhibit(number).stream())
        .findFirst();
  }

  /** The picture of a line is made once. */
  private synchronized Optional<Exhibit> exhibit(long number) {
    Optional<PlannedLine> line = kiosk.crew().memory().line(number);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    if (shown.filter(exhibit -> exhibit.line() == line.get()).isEmpty()) {
      byte[] art = ImageFiles.encodePng(Pictures.strokes(line.get().drawing(), ART_PX_PER_MM));
      shown = Optional.of(new Exhibit(number, line.get(), page, art));
    }
    return shown;
  }

  @Override
  public Optional<CameraPicture> picture() {
    Observation seen = kiosk.watch().latest();
    return seen.frame()
        .map(Frame::image)
        .map(image ->
            new CameraPicture(
                ImageFiles.encodeJpeg(image, JPEG_QUALITY),
                image.width(),
                image.height(),
                seen.tracks().stream().map(track -> box(track, seen)).toList()));
  }

  private static FaceBox box(FaceTrack track, Observation seen) {
    Box box = track.face().boxPx();
    boolean subject =
        seen.subject()
            .filter(group -> group.members().stream().anyMatch(one -> one.id() == track.id()))
            .isPresent();
    return new FaceBox(
        (int) box.x(), (int) box.y(), (int) box.width(), (int) box.height(), subject);
  }

  @Override
  public CameraView camera() {
    CameraHealth health = kiosk.feed().health();
    return new CameraView(
        health.camera(), health.status().name(), health.framesPerS(), health.lastError());
  }

  @Override
  public Choices choices() {
    Studio.Wish wish = kiosk.crew().wish();
    String camera = kiosk.feed().health().camera();
    return new Choices(
        wish.style(),
        Styles.all().stream().map(Style::name).toList(),
        Math.min(LONGEST_S, wish.maxDrawTimeS()),
        camera,
        List.of(camera));
  }

  @Override
  public List<ModelView> models() {
    return kiosk.usedModels().stream().map(LiveKiosk::view).toList();
  }

  private static ModelView view(MeteredModel model) {
    return new ModelView(
        model.card().name(),
        model.device(),
        model.card().sha256(),
        model.runs(),
        model.percentileMs(0.5),
        model.percentileMs(0.95),
        model.percentileMs(0.99));
  }

  @Override
  public Optional<LatenessView> lateness() {
    return kiosk
        .machine()
        .lateness()
        .map(late ->
            new LatenessView(
                late.count(),
                late.belowUs(0.5),
                late.belowUs(0.99),
                late.belowUs(0.999),
                late.worstNs() / 1000.0));
  }
}
