package silverpoint.foundation.image;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR_RGB;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Decodes picture files (JPEG, PNG, WebP, TIFF, BMP, GIF ...) and encodes PNG and JPEG. */
public final class ImageFiles {
  /** A larger picture is shrunk to this long side: a face of 5 % of it still has 200 px. */
  private static final int MAX_LONG_SIDE_PX = 4096;

  /**
   * A picture of more is not decoded: with 16 bits and four channels it would take half a gigabyte.
   */
  static final long MOST_PIXELS = 64_000_000;

  /** The same for a kind whose pixels may have four channels of 64 bits. */
  static final long MOST_DEEP_PIXELS = MOST_PIXELS / 4;

  /** Where palettes are told. */
  private static final int HEAD_BYTES = 4096;

  private static final int PNG_COLOUR_TYPE = 25;
  private static final int PNG_ALPHA = 4;

  /** Of 0 to 1, where 1 does not compress at all. */
  private static final float FAST_COMPRESSION = 0.7f;

  private ImageFiles() {}

  /**
   * Decodes a whole file: EXIF orientation is honoured, 16 bits become 8, grey and CMYK become RGB,
   * transparent pixels show white, an animation gives its first picture.
   *
   * <p>The copy of the file that the decoder reads is overwritten.
   *
   * @throws ImageException when the bytes are no picture, or only a part of one, or one of far too
   *     many pixels
   */
  public static Photo decode(byte[] file) {
    if (file.length == 0) {
      throw new ImageException("the file is empty");
    }
    PictureHead head =
        PictureHead.of(file)
            .orElseThrow(() ->
                new ImageException(
                    "this is not a picture that can be read (JPEG, PNG, WebP, TIFF, BMP and GIF can)"));
    requireWhole(head.kind(), file);
    requireFewPixels(head);
    try (BytePointer bytes = new BytePointer(file)) {
      try {
        return decoded(head.kind(), file, bytes);
      } finally {
        bytes.fill(0);
      }
    } catch (ImageException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ImageException("the picture is damaged", e);
    }
  }

  private static Photo decoded(PictureHead.Kind kind, byte[] file, BytePointer bytes) {
    try (Mat raw = new Mat(1, file.length, CV_8UC1, bytes)) {
      if (mayHaveAlpha(kind, file)) {
        try (Mat asItIs = imdecode(raw, IMREAD_UNCHANGED)) {
          if (asItIs.channels() == 4 && (asItIs.depth() == CV_8U || asItIs.depth() == CV_16U)) {
            return onWhite(asItIs);
          }
        }
      }
      try (Mat decoded = imdecode(raw, IMREAD_COLOR_RGB)) {
        if (!decoded.empty()) {
          return shrunk(decoded);
        }
      }
    }
    throw new ImageException("the picture is damaged");
  }

  private static void requireFewPixels(PictureHead head) {
    long most =
        switch (head.kind()) {
          case TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN -> MOST_DEEP_PIXELS;
          case JPEG, PNG, WEBP, BMP, GIF -> MOST_PIXELS;
        };
    if (head.heightPx() > most / head.widthPx()) {
      throw new ImageException(
          "%d x %d px are too many; make it smaller, %d px a side are enough"
              .formatted(head.widthPx(), head.heightPx(), MAX_LONG_SIDE_PX));
    }
  }

  /** What shows through a picture is white paper; every row is made in its own place. */
  private static Photo onWhite(Mat asItIs) {
    double scale = asItIs.depth() == CV_16U ? 1 / 257.0 : 1;
    byte[] from = new byte[4 * asItIs.cols()];
    byte[] to = new byte[3 * asItIs.cols()];
    try (Mat bgra = new Mat()) {
      for (int y = 0; y < asItIs.rows(); y++) {
        try (Mat row = asItIs.row(y)) {
          row.convertTo(bgra, CV_8UC4, scale, 0);
        }
        bgra.data().get(from);
        for (int i = 0; i < to.length; i++) {
          int pixel = i / 3 * 4;
          int alpha = from[pixel + 3] & 0xff;
          int colour = from[pixel + 2 - i % 3] & 0xff;
          to[i] = (byte) ((alpha * colour + (255 - alpha) * 255 + 127) / 255);
        }
        asItIs.ptr(y).put(to);
      }
    }
    try (Mat rgb = new Mat(asItIs.rows(), asItIs.cols(), CV_8UC3, asItIs.data(), asItIs.step(0))) {
      return shrunk(rgb);
    }
  }

  /** Whether a file is of a kind that has transparent pixels, and does not say that it has none. */
  private static boolean mayHaveAlpha(PictureHead.Kind kind, byte[] file) {
    return switch (kind) {
      case PNG ->
          file.length > PNG_COLOUR_TYPE
              && ((file[PNG_COLOUR_TYPE] & PNG_ALPHA) != 0
                  || text(Arrays.copyOf(file, Math.min(file.length, HEAD_BYTES))).contains("tRNS"));
      case JPEG, BMP -> false;
      case WEBP, TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN, GIF -> true;
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Photo shrunk(Mat decoded) {
    int width = decoded.cols();
    int height = decoded.rows();
    double shrink = (double) Math.max(width, height) / MAX_LONG_SIDE_PX;
    if (shrink <= 1) {
      return new Photo(pixels(decoded), width, height);
    }
    int smallWidth = Math.max(1, (int) Math.round(width / shrink));
    int smallHeight = Math.max(1, (int) Math.round(height / shrink));
    try (Mat small = new Mat();
        Size size = new Size(smallWidth, smallHeight)) {
      resize(decoded, small, size, 0, 0, INTER_AREA);
      return new Photo(pixels(small), width, height);
    }
  }

  private static RgbImage pixels(Mat mat) {
    int rowBytes = 3 * mat.cols();
    byte[] rgb = new byte[rowBytes * mat.rows()];
    for (int y = 0; y < mat.rows(); y++) {
      mat.ptr(y).get(rgb, y * rowBytes, rowBytes);
    }
    return new RgbImage(mat.cols(), mat.rows(), rgb);
  }

  /** Decoders fill what is missing with grey; a visitor's portrait should not. */
  private static void requireWhole(PictureHead.Kind kind, byte[] file) {
    boolean whole =
        switch (kind) {
          case JPEG -> JpegSegments.areWhole(file);
          case PNG ->
              text(Arrays.copyOfRange(file, Math.max(0, file.length - 64), file.length))
                  .contains("IEND");
          default -> true;
        };
    if (!whole) {
      throw new ImageException("the picture is cut off: its end is missing; copy the file again");
    }
  }

  /**
   * The picture as a JPEG file.
   *
   * @param quality 1 to 100
   */
  public static byte[] encodeJpeg(RgbImage image, int quality) {
    try (BytePointer pixels = new BytePointer(image.bytes());
        Mat rgb = new Mat(image.height(), image.width(), CV_8UC3, pixels);
        Mat bgr = new Mat();
        BytePointer jpeg = new BytePointer();
        IntPointer settings = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      cvtColor(rgb, bgr, COLOR_RGB2BGR);
      imencode(".jpg", bgr, jpeg, settings);
      byte[] bytes = new byte[Math.toIntExact(jpeg.limit())];
      jpeg.get(bytes);
      return bytes;
    }
  }

  /** The picture as a PNG file. */
  public static byte[] encodePng(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(FAST_COMPRESSION);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
