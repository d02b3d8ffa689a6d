package silverpoint.kiosk.web.visitor;

import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Box;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.web.Kiosk;

/** Seam: what the visitor's screen shows of the running kiosk besides its booth's state. */
public interface VisitorKiosk {
  /** The camera's newest picture as a small JPEG file, left and right exchanged; kept nowhere. */
  Optional<byte[]> mirror();

  /** Who stands before the camera. */
  Watch watch();

  /** The sketch of a session, as long as it is in memory. */
  Optional<Kiosk.Exhibit> sketch(long session);

  /** The sketch of a session in a style, as long as it is offered or taken. */
  Optional<Kiosk.Exhibit> sketch(long session, String style);

  /**
   * Who stands before the camera, without any picture.
   *
   * @param live whether the camera gives pictures
   * @param pictureRatio width over height of its pictures
   * @param oval where a face is framed best
   * @param page what is drawn of somebody whose face fills the oval
   * @param faces all that are seen
   * @param hint name of what the subject could do better; READY when all is well
   */
  @WireName("VisitorWatch")
  record Watch(
      boolean live,
      double pictureRatio,
      Place oval,
      Place page,
      List<FaceMark> faces,
      String hint) {
    /** Nobody, and no camera. */
    public static final Watch BLIND =
        new Watch(false, 4 / 3.0, Place.NONE, Place.NONE, List.of(), "NOBODY");

    public Watch {
      faces = List.copyOf(faces);
    }
  }

  /**
   * A part of the mirrored picture, shares of its width and height; it may reach over its edges.
   *
   * @param x of its left edge
   * @param y of its upper edge
   */
  @WireName("VisitorPlace")
  record Place(double x, double y, double width, double height) {
    static final Place NONE = new Place(0.5, 0.5, 0, 0);

    /** The place of a box in a picture of that size. */
    public static Place mirrored(Box px, double widthPx, double heightPx) {
      return new Place(
          1 - px.right() / widthPx,
          px.y() / heightPx,
          px.width() / widthPx,
          px.height() / heightPx);
    }
  }

  /**
   * Where a face is in the mirrored picture.
   *
   * @param x of its centre, share of the picture's width
   * @param y of its centre, share of the picture's height
   * @param size of its box, share of the picture's height
   * @param subject whether this person is to be drawn
   */
  @WireName("VisitorFaceMark")
  record FaceMark(double x, double y, double size, boolean subject) {
    public FaceMark {
      x = hundredths(x);
      y = hundredths(y);
      size = hundredths(size);
    }

    /** Finer places would make every frame a change. */
    private static double hundredths(double value) {
      return Math.rint(value * 100) / 100;
    }
  }
}
