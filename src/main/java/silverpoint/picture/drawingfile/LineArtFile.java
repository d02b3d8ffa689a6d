package silverpoint.picture.drawingfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.Thinning;

/** Reads the lines of an SVG, or of a picture of dark lines on white, in units of the file. */
public final class LineArtFile {
  /** What becomes one line within a minute or two, in the memory of a small computer. */
  private static final int MOST_LINES = 4000;

  /** Of all lines, those of curves included. */
  static final int MOST_POINTS = 100_000;

  private static final int HEAD_BYTES = 1024;
  private static final double DARK = 0.5;

  private LineArtFile() {}

  /**
   * All lines of the file, at least one, and what of it is no line.
   *
   * @throws DrawingFileException when the file is broken, or has no line or too many
   */
  public static FileLines read(byte[] file) {
    FileLines read =
        isXml(file) ? SvgReader.lines(file) : new FileLines(pictureLines(file), List.of());
    if (read.lines().isEmpty()) {
      throw new DrawingFileException(
          Stream.concat(Stream.of("there is no line in it"), read.notDrawn().stream())
              .collect(Collectors.joining("; ")));
    }
    requireFew(read.lines());
    return read;
  }

  private static void requireFew(List<Polyline> lines) {
    if (lines.size() > MOST_LINES) {
      throw new DrawingFileException(
          "has %d lines; at most %d become one line in good time: simplify it"
              .formatted(lines.size(), MOST_LINES));
    }
    if (lines.stream().mapToInt(line -> line.points().size()).sum() > MOST_POINTS) {
      throw DrawingFileException.ofTooManyPoints();
    }
  }

  private static boolean isXml(byte[] file) {
    byte[] head = Arrays.copyOf(file, Math.min(file.length, HEAD_BYTES));
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return text.startsWith("<");
  }

  private static List<Polyline> pictureLines(byte[] file) {
    try {
      GrayImage luma = ImageFiles.decode(file).pixels().luma();
      Mask paper = luma.atLeast(DARK);
      boolean[] dark = paper.toArray();
      for (int i = 0; i < dark.length; i++) {
        dark[i] = !dark[i];
      }
      if (2 * paper.count() < dark.length) {
        throw new DrawingFileException(
            "it is more dark than light; dark lines on white are traced");
      }
      return SkeletonLines.of(Thinning.thin(new Mask(paper.width(), paper.height(), dark)));
    } catch (ImageException e) {
      throw new DrawingFileException(String.valueOf(e.getMessage()), e);
    }
  }
}
