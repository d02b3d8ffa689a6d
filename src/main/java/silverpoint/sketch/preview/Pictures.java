package silverpoint.sketch.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/** Products of the pipeline as pictures. */
public final class Pictures {
  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x222222);
  private static final Color CONNECTOR = new Color(0xd62728);
  private static final Color RETRACE = new Color(0x1f77b4);
  private static final Color MESH = new Color(0x2ca02c);
  private static final Color OUTLINE = new Color(0xff7f0e);
  private static final Color HATCH = new Color(0x777777);

  private Pictures() {}

  public static BufferedImage of(RgbImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.setRGB(x, y, image.packedAt(x, y));
      }
    }
    return picture;
  }

  /** 0 is black, 1 white. */
  public static BufferedImage of(GrayImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int grey = (int) Math.round(Math.clamp(image.at(x, y), 0.0, 1.0) * 255);
        picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return picture;
  }

  /** The frame with the portrait's window marked, no larger than {@code maxPx} on its long side. */
  public static BufferedImage frame(RgbImage image, Portrait portrait, int maxPx) {
    double scale = Math.min(1, (double) maxPx / Math.max(image.width(), image.height()));
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = Canvas.graphics(small);
    graphics.drawImage(
        of(
            Resampling.window(
                image, Affine.scaling(1 / scale), width, height, Resampling.Border.REPLICATE)),
        0,
        0,
        null);
    Affine toSmall = portrait.pictureToCrop().inverse().then(Affine.scaling(scale));
    Box crop = new Box(0, 0, portrait.crop().width(), portrait.crop().height());
    List<Box> boxes = new ArrayList<>(List.of(crop));
    portrait.sitters().forEach(sitter -> boxes.add(sitter.faceBoxPx()));
    for (Box box : boxes) {
      Point[] corners = {
        toSmall.apply(new Point(box.x(), box.y())),
        toSmall.apply(new Point(box.right(), box.y())),
        toSmall.apply(new Point(box.right(), box.bottom())),
        toSmall.apply(new Point(box.x(), box.bottom()))
      };
      graphics.setColor(MESH);
      for (int i = 0; i < corners.length; i++) {
        Point a = corners[i];
        Point b = corners[(i + 1) % corners.length];
        graphics.drawLine((int) a.x(), (int) a.y(), (int) b.x(), (int) b.y());
      }
    }
    return small;
  }

  /**
   * Dark ink on white paper: the model's soft lines, and the lines that mesh and silhouette add.
   */
  public static BufferedImage lineArt(LineArt art) {
    int width = art.ink().width();
    int height = art.ink().height();
    Canvas canvas = new Canvas(width, height, PAPER, 1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = (int) Math.round(255 * (1 - Math.clamp(art.ink().at(x, y), 0.0, 1.0)));
        canvas.image().setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    Stream.of(art.meshLinesPx(), art.outlinesPx(), art.hatchesPx(), art.glassesPx(), art.massesPx())
        .flatMap(List::stream)
        .forEach(line -> canvas.line(line.points(), INK, 1.5));
    return canvas.image();
  }

  /**
   * Strokes on the page: the model's black, the mesh's green, the outline's orange, hatches grey.
   */
  public static BufferedImage strokes(Drawing drawing, double pxPerMm) {
    Canvas canvas = page(drawing.page(), pxPerMm);
    for (Stroke stroke : drawing.strokes()) {
      Color colour =
          switch (stroke.source()) {
            case EDGE -> INK;
            case MASS, MESH -> MESH;
            case OUTLINE -> OUTLINE;
            case HATCH -> HATCH;
          };
      canvas.line(stroke.pathMm().points(), colour, drawing.page().lineWidthMm());
    }
    return canvas.image();
  }

  /**
   * The strokes as they lie on the portrait's crop, at twice its size and thin: what is held
   * against the photo.
   */
  public static BufferedImage framed(Drawing drawing, Portrait portrait) {
    Canvas canvas = twiceTheCrop(portrait);
    Affine toCrop = drawing.cropToPage().inverse();
    for (Stroke stroke : drawing.strokes()) {
      canvas.line(stroke.pathMm().transformed(toCrop).points(), Color.BLACK, 1);
    }
    return canvas.image();
  }

  /**
   * The whole line that the toy shows, joins included, at the pen's true width, dark on light, as
   * it lies on the portrait's crop and at twice its size: what judges of likeness look at.
   */
  public static BufferedImage toy(List<Point> lineMm, Drawing drawing, Portrait portrait) {
    Canvas canvas = twiceTheCrop(portrait);
    Affine toCrop = drawing.cropToPage().inverse();
    canvas.line(
        lineMm.stream().map(toCrop::apply).toList(),
        INK,
        drawing.page().lineWidthMm() * toCrop.scale());
    return canvas.image();
  }

  /** The one line by kind of leg: strokes black, connectors red, retraces blue and thin. */
  public static BufferedImage route(Route route, Page page, double pxPerMm) {
    Canvas canvas = page(page, pxPerMm);
    for (Leg leg : route.legs()) {
      if (leg instanceof Leg.Draw) {
        canvas.line(leg.pathMm().points(), INK, page.lineWidthMm());
      }
    }
    for (Leg leg : route.legs()) {
      switch (leg) {
        case Leg.Draw draw -> {}
        case Leg.Connector connector ->
            canvas.line(connector.pathMm().points(), CONNECTOR, page.lineWidthMm());
        case Leg.Retrace retrace ->
            canvas.line(retrace.pathMm().points(), RETRACE, page.lineWidthMm() / 2);
      }
    }
    return canvas.image();
  }

  private static Canvas twiceTheCrop(Portrait portrait) {
    return new Canvas(2 * portrait.crop().width(), 2 * portrait.crop().height(), PAPER, 2);
  }

  private static Canvas page(Page page, double pxPerMm) {
    return new Canvas(
        (int) Math.round(page.widthMm() * pxPerMm),
        (int) Math.round(page.heightMm() * pxPerMm),
        PAPER,
        pxPerMm);
  }
}
