package silverpoint.picture.lineart;

import silverpoint.SeenPortrait;
import silverpoint.TestModels;
import silverpoint.picture.portrait.Portrait;

/** The bundled portrait, and the line art that the edge model makes of it. */
public record DemoPortrait(Portrait portrait, LineArt art) {
  /** The pen of the classic machine on the portrait's crop, px. */
  static final double LINE_WIDTH_PX = 1.92;

  public static DemoPortrait drawn() {
    Portrait portrait = SeenPortrait.demo();
    return new DemoPortrait(
        portrait,
        new EdgeModelLineArtist(TestModels.get().model("edge-portrait"))
            .draw(portrait, LINE_WIDTH_PX));
  }
}
