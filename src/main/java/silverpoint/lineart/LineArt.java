package silverpoint.lineart;

import java.util.List;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;

/**
 * The lines of a portrait, crop px.
 *
 * @param ink what the edge model sees inside the person, 0 paper to 1 ink
 * @param skeleton its lines, one pixel wide
 * @param meshLinesPx lines that the face mesh adds
 * @param outlinesPx lines that the person's silhouette adds
 * @param hatchesPx lines that a style adds for tone
 */
public record LineArt(
    GrayImage ink,
    Mask skeleton,
    List<Polyline> meshLinesPx,
    List<Polyline> outlinesPx,
    List<Polyline> hatchesPx) {
  public LineArt {
    meshLinesPx = List.copyOf(meshLinesPx);
    outlinesPx = List.copyOf(outlinesPx);
    hatchesPx = List.copyOf(hatchesPx);
  }

  public LineArt withSkeleton(Mask other) {
    return new LineArt(ink, other, meshLinesPx, outlinesPx, hatchesPx);
  }

  public LineArt withoutOutlines() {
    return new LineArt(ink, skeleton, meshLinesPx, List.of(), hatchesPx);
  }

  public LineArt withHatches(List<Polyline> linesPx) {
    return new LineArt(ink, skeleton, meshLinesPx, outlinesPx, linesPx);
  }
}
