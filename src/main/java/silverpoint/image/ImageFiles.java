package silverpoint.image;

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

  /** Where kinds and palettes are told. */
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
   * @throws ImageException when the bytes are no picture, or only a part of one
   */
  public static Photo decode(byte[] file) {
    if (file.length == 0) {
      throw new ImageException("the file is empty");
    }
    requireWhole(file);
    try (BytePointer bytes = new BytePointer(file);
        Mat raw = new Mat(1, file.length, CV_8UC1, bytes)) {
      if (mayHaveAlpha(file)) {
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
    } catch (RuntimeException e) {
      throw new ImageException("the picture is damaged or far too large", e);
    }
    throw new ImageException(
        "this is not a picture that can be read (JPEG, PNG, WebP, TIFF, BMP and GIF can)");
  }

  /** What shows through a picture is white paper. */
  private static Photo onWhite(Mat asItIs) {
    try (Mat bgra = new Mat();
        Mat rgb = new Mat(asItIs.rows(), asItIs.cols(), CV_8UC3)) {
      asItIs.convertTo(bgra, CV_8UC4, asItIs.depth() == CV_16U ? 1 / 257.0 : 1, 0);
      byte[] from = new byte[4 * bgra.cols()];
      byte[] to = new byte[3 * bgra.cols()];
      for (int y = 0; y < bgra.rows(); y++) {
        bgra.ptr(y).get(from);
        for (int i = 0; i < to.length; i++) {
          int pixel = i / 3 * 4;
          int alpha = from[pixel + 3] & 0xff;
          int colour = from[pixel + 2 - i % 3] & 0xff;
          to[i] = (byte) ((alpha * colour + (255 - alpha) * 255 + 127) / 255);
        }
        rgb.ptr(y).put(to);
      }
      return shrunk(rgb);
    }
  }

  /** Whether a file is of a kind that has transparent pixels, and does not say that it has none. */
  private static boolean mayHaveAlpha(byte[] file) {
    String head =
        new String(
            Arrays.copyOf(file, Math.min(file.length, HEAD_BYTES)), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG")) {
      return file.length > PNG_COLOUR_TYPE
          && ((file[PNG_COLOUR_TYPE] & PNG_ALPHA) != 0 || head.contains("tRNS"));
    }
    return !head.startsWith("\u00ff\u00d8") && !head.startsWith("BM");
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
    byte[] rgb = new byte[3 * mat.cols() * mat.rows()];
    mat.data().get(rgb);
    return new RgbImage(mat.cols(), mat.rows(), rgb);
  }

  /** Decoders fill what is missing with grey; a visitor's portrait should not. */
  private static void requireWhole(byte[] file) {
    boolean whole =
        switch (file) {
          case byte[] b when b.length > 3 && b[0] == (byte) 0xff && b[1] == (byte) 0xd8 ->
              jpegEnds(b);
          case byte[] b when b.length > 8 && b[0] == (byte) 0x89 && b[1] == 'P' && b[2] == 'N' ->
              pngEnds(b);
          default -> true;
        };
    if (!whole) {
      throw new ImageException("the picture is cut off: its end is missing; copy the file again");
    }
  }

  /** Walks the segments to the first scan, then looks for the end-of-image marker behind it. */
  private static boolean jpegEnds(byte[] file) {
    int at = 2;
    while (at + 4 <= file.length && file[at] == (byte) 0xff) {
      int marker = file[at + 1] & 0xff;
      if (marker == 0xda) {
        for (int i = at + 2; i + 1 < file.length; i++) {
          if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xd9) {
            return true;
          }
        }
        return false;
      }
      boolean standalone = marker == 0xff || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
      at +=
          standalone
              ? (marker == 0xff ? 1 : 2)
              : 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
    }
    return false;
  }

  private static boolean pngEnds(byte[] file) {
    String tail =
        new String(
            Arrays.copyOfRange(file, Math.max(0, file.length - 64), file.length),
            StandardCharsets.ISO_8859_1);
    return tail.contains("IEND");
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
