package silverpoint.picture.face;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.NeuralModel;

/**
 * Finds faces in every frame of a camera at the price of a look or two: the short-range BlazeFace
 * looks closely at every face that is followed, and at one part of the picture after the other for
 * faces that are not. Faces from 8 % of the picture's shorter side are found within four frames.
 */
public final class LiveFaceFinder {
  /** Side of the window around a followed face, in sizes of the face. */
  private static final double WINDOW_SIZES = 3;

  /** More faces than this are left to the search. */
  private static final int MOST_FOLLOWED = 4;

  private static final int SEARCHES = 4;

  private final NeuralModel shortRange;

  /** The model takes 1x3x128x128, NCHW, RGB, -1..1, and gives regressors and logits. */
  public LiveFaceFinder(NeuralModel shortRange) {
    this.shortRange = shortRange;
  }

  /**
   * The faces that this frame shows; one that nobody follows may take four frames to be seen.
   *
   * @param known tracks up to the frame before
   * @param frameNumber chooses where to search; count it up
   */
  public List<Face> find(RgbImage image, FaceTracks known, long frameNumber) {
    List<Face> candidates = new ArrayList<>();
    known.tracks().stream()
        .limit(MOST_FOLLOWED)
        .forEach(track -> {
          Face face = track.face();
          candidates.addAll(look(image, face.boxPx().centre(), WINDOW_SIZES * face.sizePx()));
        });
    search(image, (int) Math.floorMod(frameNumber, (long) SEARCHES), candidates);
    Box inside = new Box(0, 0, image.width(), image.height());
    candidates.removeIf(face -> !inside.contains(face.boxPx().centre()));
    return OverlapMerger.merge(candidates);
  }

  /** By how many quarters, clockwise, a face that was found lies; 0 when it stands. */
  public int liesByQuarters(RgbImage image, Face face) {
    return BlazeFaceDetector.wayUp(image, face, 0, shortRange);
  }

  /** The whole picture, then its left, middle and right (top to bottom when it is upright). */
  private void search(RgbImage image, int part, List<Face> candidates) {
    double width = image.width();
    double height = image.height();
    double tile = Math.min(width, height);
    if (part == 0) {
      candidates.addAll(look(image, new Point(width / 2, height / 2), Math.max(width, height)));
      return;
    }
    double along = (part - 1) / 2.0;
    Point centre = new Point(tile / 2 + along * (width - tile), tile / 2 + along * (height - tile));
    candidates.addAll(look(image, centre, tile));
  }

  private List<Face> look(RgbImage image, Point centre, double sidePx) {
    return BlazeFaceDetector.lookUpright(
        image, centre, sidePx, BlazeFaceDecoder.SHORT_RANGE, shortRange);
  }
}
