package silverpoint.preview;

import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.image.AnimatedGif;
import silverpoint.stroke.Page;

/** The toy while it draws, in a time lapse. */
public final class ToyAnimation {
  private static final double SCALE = 0.45;
  private static final int FRAME_MS = 80;
  private static final int LAST_MS = 3000;

  private ToyAnimation() {}

  /**
   * @param piecesMm what the stylus draws from each frame to the next; pieces begin where the ones
   *     before end
   */
  public static byte[] gif(Page page, List<List<Point>> piecesMm) {
    ToyPicture toy = new ToyPicture(page, SCALE);
    ToyPicture whole = new ToyPicture(page, SCALE);
    piecesMm.forEach(whole::scrape);
    AnimatedGif gif = new AnimatedGif(whole.image());
    for (int i = 0; i < piecesMm.size(); i++) {
      toy.scrape(piecesMm.get(i));
      gif.add(toy.image(), i == piecesMm.size() - 1 ? LAST_MS : FRAME_MS);
    }
    return gif.encoded();
  }
}
