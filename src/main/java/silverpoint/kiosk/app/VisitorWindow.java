package silverpoint.kiosk.app;

import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.subject.Aim;
import silverpoint.kiosk.subject.MirrorPicture;
import silverpoint.kiosk.subject.Observation;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.kiosk.web.visitor.VisitorKiosk;
import silverpoint.picture.face.FaceTrack;
import silverpoint.sketch.Frame;

/** What the visitor's screen sees of the running kiosk. */
public final class VisitorWindow implements VisitorKiosk {
  private final RunningKiosk kiosk;
  private final KioskWindow window;
  private final MirrorPicture mirror;

  public VisitorWindow(RunningKiosk kiosk, KioskWindow window) {
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

  private Watch watch(RgbImage image, Observation seen) {
    List<FaceMark> faces = seen.tracks().stream().map(track -> mark(track, image, seen)).toList();
    Aim aim = kiosk.watch().aim(image.width(), image.height(), pageAspect());
    return new Watch(
        true,
        (double) image.width() / image.height(),
        Place.mirrored(aim.ovalPx(), image.width(), image.height()),
        Place.mirrored(aim.pagePx(), image.width(), image.height()),
        faces,
        seen.hint().name());
  }

  private double pageAspect() {
    Box page = kiosk.machine().profile().page().drawableMm();
    return page.width() / page.height();
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

  @Override
  public Optional<Kiosk.Exhibit> sketch(long session, String style) {
    return window.sketch(session, style);
  }
}
