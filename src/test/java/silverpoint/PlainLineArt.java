package silverpoint;

import java.util.List;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.lineart.LineArt;

/** Line art of a face without masses, outline and tone. */
public final class PlainLineArt {
  private static final double LINE_WIDTH_PX = 1.92;

  private PlainLineArt() {}

  public static LineArt of(
      GrayImage ink, List<Polyline> edges, List<Polyline> features, List<Polyline> glasses) {
    return new LineArt(
        ink, edges, features, List.of(), List.of(), glasses, List.of(), ink, LINE_WIDTH_PX);
  }
}
