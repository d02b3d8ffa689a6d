package silverpoint.picture.lineart;

import java.util.List;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;

/**
 * The lines of a portrait, crop px. Lines that meet share a point.
 *
 * @param ink what the edge model sees inside the person, 0 paper to 1 ink
 * @param edgeLinesPx its lines, to a fraction of a pixel
 * @param meshLinesPx lines that the face mesh adds
 * @param outlinesPx lines that the person's silhouette adds
 * @param hatchesPx lines that a style adds for tone
 * @param glassesPx the rims of glasses
 * @param massesPx dark masses of the faces, each filled by one stroke
 * @param faint where a line would not surprise though none is drawn, 1, or would more than on plain
 *     paper, below 0: joins follow it
 * @param lineWidthPx the pen
 */
public record LineArt(
    GrayImage ink,
    List<Polyline> edgeLinesPx,
    List<Polyline> meshLinesPx,
    List<Polyline> outlinesPx,
    List<Polyline> hatchesPx,
    List<Polyline> glassesPx,
    List<Polyline> massesPx,
    GrayImage faint,
    double lineWidthPx) {
  private static final double SAMPLE_PX = 0.5;

  public LineArt {
    edgeLinesPx = List.copyOf(edgeLinesPx);
    meshLinesPx = List.copyOf(meshLinesPx);
    outlinesPx = List.copyOf(outlinesPx);
    hatchesPx = List.copyOf(hatchesPx);
    glassesPx = List.copyOf(glassesPx);
    massesPx = List.copyOf(massesPx);
  }

  /** The same lines with other ink. */
  LineArt withInk(GrayImage other) {
    return new LineArt(
        other,
        edgeLinesPx,
        meshLinesPx,
        outlinesPx,
        hatchesPx,
        glassesPx,
        massesPx,
        faint,
        lineWidthPx);
  }

  public LineArt withEdgeLines(List<Polyline> linesPx) {
    return new LineArt(
        ink, linesPx, meshLinesPx, outlinesPx, hatchesPx, glassesPx, massesPx, faint, lineWidthPx);
  }

  public LineArt withMeshLines(List<Polyline> linesPx) {
    return new LineArt(
        ink, edgeLinesPx, linesPx, outlinesPx, hatchesPx, glassesPx, massesPx, faint, lineWidthPx);
  }

  public LineArt withOutlines(List<Polyline> linesPx) {
    return new LineArt(
        ink, edgeLinesPx, meshLinesPx, linesPx, hatchesPx, glassesPx, massesPx, faint, lineWidthPx);
  }

  public LineArt withHatches(List<Polyline> linesPx) {
    return new LineArt(
        ink,
        edgeLinesPx,
        meshLinesPx,
        outlinesPx,
        linesPx,
        glassesPx,
        massesPx,
        faint,
        lineWidthPx);
  }

  /** What the model saw of a line: its length times its mean ink, px. */
  double inkPx(Polyline line) {
    return line.length() * line.points().stream().mapToDouble(ink::sample).average().orElse(0);
  }

  /** Distance of every pixel to the nearest line that is no hatch, px. */
  GrayImage distanceToLines() {
    boolean[] drawn = new boolean[ink.width() * ink.height()];
    Stream.of(edgeLinesPx, meshLinesPx, outlinesPx, glassesPx, massesPx)
        .flatMap(List::stream)
        .flatMap(line -> line.resampled(SAMPLE_PX).stream())
        .forEach(point -> drawn[pixel(point)] = true);
    return new Mask(ink.width(), ink.height(), drawn).distanceToSet();
  }

  private int pixel(Point point) {
    int column = Math.clamp((int) point.x(), 0, ink.width() - 1);
    int row = Math.clamp((int) point.y(), 0, ink.height() - 1);
    return row * ink.width() + column;
  }
}
