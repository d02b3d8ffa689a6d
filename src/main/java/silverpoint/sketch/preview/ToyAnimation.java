package silverpoint.sketch.preview;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.AnimatedGif;
import silverpoint.foundation.image.Mp4Video;
import silverpoint.picture.stroke.Page;

/**
 * The toy while it draws, in a time lapse.
 *
 * @param piecesMm what the stylus draws from each frame to the next; pieces begin where the ones
 *     before end
 */
public record ToyAnimation(Page page, List<List<Point>> piecesMm) {
  private static final double GIF_SCALE = 0.45;
  private static final double MP4_SCALE = 0.8;
  private static final int FRAME_MS = 80;
  private static final int LAST_MS = 3000;

  public ToyAnimation {
    piecesMm = List.copyOf(piecesMm);
  }

  /** Plays for ever. */
  public byte[] gif() {
    ToyPicture whole = new ToyPicture(page, GIF_SCALE);
    piecesMm.forEach(whole::scrape);
    AnimatedGif gif = new AnimatedGif(whole.image());
    play(GIF_SCALE, gif::add);
    return gif.encoded();
  }

  /** Plays once, larger than the GIF. */
  public void mp4(Path file) {
    BufferedImage blank = new ToyPicture(page, MP4_SCALE).image();
    try (Mp4Video video = new Mp4Video(file, blank.getWidth(), blank.getHeight())) {
      play(MP4_SCALE, video::add);
    }
  }

  private void play(double scale, ObjIntConsumer<BufferedImage> frames) {
    ToyPicture toy = new ToyPicture(page, scale);
    for (int i = 0; i < piecesMm.size(); i++) {
      toy.scrape(piecesMm.get(i));
      frames.accept(toy.image(), i == piecesMm.size() - 1 ? LAST_MS : FRAME_MS);
    }
  }
}
