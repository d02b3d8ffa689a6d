package silverpoint.cli;

import java.util.List;
import java.util.Optional;
import silverpoint.camera.Frame;
import silverpoint.face.FaceTrack;
import silverpoint.geometry.Box;
import silverpoint.image.RgbImage;
import silverpoint.subject.MirrorPicture;
import silverpoint.subject.Observation;
import silverpoint.web.Kiosk;
import silverpoint.web.VisitorKiosk;

/** What the visitor's screen sees of the running kiosk. */
final class VisitorWindow implements VisitorKiosk {
  private final RunningKiosk kiosk;
  private final KioskWindow window;
  private final MirrorPicture mirror;

  VisitorWindow(RunningKiosk kiosk, KioskWindow window) {
    this.kiosk = kiosk;
    this.window = window;
    this.mirror = new MirrorPicture(kiosk.watch());
  }

  @Override
  public Optional<byte[]> mirror() {
    return mirror.jpeg();
  }

  @Override
  public Watch watch() {
    Observation seen = kiosk.watch().latest();
    return seen.frame().map(Frame::image).map(image -> watch(image, seen)).orElse(Watch.BLIND);
  }

  private static Watch watch(RgbImage image, Observation seen) {
    List<FaceMark> faces = seen.tracks().stream().map(track -> mark(track, image, seen)).toList();
    return new Watch(true, (double) image.width() / image.height(), faces, seen.hint().name());
  }

  private static FaceMark mark(FaceTrack track, RgbImage image, Observation seen) {
    Box px = track.face().boxPx();
    return new FaceMark(
        1 - (px.x() + px.width() / 2) / image.width(),
        (px.y() + px.height() / 2) / image.height(),
        px.height() / image.height(),
        KioskWindow.isSubject(track, seen));
  }

  @Override
  public Optional<Kiosk.Exhibit> sketch(long session) {
    return window.sketch(session);
  }
}
