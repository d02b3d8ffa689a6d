package silverpoint.picture.tone;

/**
 * The tuned numbers of tone, chosen by eye on a dozen of official portraits and of people of London
 * and Canada. Darkness is the natural logarithm of how many times lighter the skin around a place
 * is. What means the pen is told in line widths, what means the face in its widths.
 *
 * @param face masses and valleys of a face
 * @param eyes how eyes are drawn
 * @param brows how brows are drawn
 * @param rims frames of glasses
 * @param shading dark hair
 */
record ToneSettings(Face face, Eyes eyes, Brows brows, Rims rims, Shading shading) {

  /**
   * Masses and valleys of a face.
   *
   * @param floor added to the lightness, 0..1, before its logarithm: noise in the dark is no
   *     contrast
   * @param skinReach radius within which the lightest place is the skin around, face widths: half
   *     as much again as a brow is thick
   * @param skinBlur blur of what the skin around is, face widths
   * @param pupilDarkness darkness of the eyes of a face with full contrast; thresholds of fainter
   *     faces, blond or in flat light, fall with it
   * @param massDarkness a mass is darker than this where it also bulges, or
   * @param solidness so many times darker anyway
   * @param massBulge bulge of the border of a mass, at {@code massLineWidths}
   * @param massLineWidths scale of a mass: a brow is three to four line widths thick
   * @param mostSureness where a line must be surer than this, on cheeks and on the bridge of the
   *     nose, a bulge is no mass: folds are lines; nor does a mass ask for more than so many times
   *     the darkness
   * @param leastHalfWidth masses narrower than this are left to lines, line widths
   * @param nostrilGrowth a nostril is no larger than so many times the mesh's
   * @param lipMarginLineWidths the masses of a mouth go so far beyond its lips
   * @param aroundLips and are none up to here, face widths
   * @param leastArea of a mass, square line widths: two dots of the pen
   * @param fineLineWidths scale of valleys as thin as the pen
   * @param coarseLineWidths and of thicker ones
   * @param valleyInk soft ink for a unit of a valley's bulge
   * @param faintDarkness what joins follow: so much for a unit of darkness
   * @param faintBulge and of bulge
   */
  public record Face(
      double floor,
      double skinReach,
      double skinBlur,
      double pupilDarkness,
      double massDarkness,
      double solidness,
      double massBulge,
      double massLineWidths,
      double mostSureness,
      double leastHalfWidth,
      double nostrilGrowth,
      double lipMarginLineWidths,
      double aroundLips,
      double leastArea,
      double fineLineWidths,
      double coarseLineWidths,
      double valleyInk,
      double faintDarkness,
      double faintBulge) {}

  /**
   * How eyes are drawn. Distances are in line widths.
   *
   * @param lidHalfWidth of the upper lid towards the temple: the strongest line of a face
   * @param cornerHalfWidth and at the corner by the nose
   * @param lowerLid as far below the mesh's lower lid nothing is drawn: a lower lid looks tired
   * @param catchLight its radius: a dot that the pen leaves white
   * @param catchLightLineWidths a smaller iris has none
   */
  public record Eyes(
      double lidHalfWidth,
      double cornerHalfWidth,
      double lowerLid,
      double catchLight,
      double catchLightLineWidths) {}

  /**
   * How brows are drawn. Darkness is a share of the face's contrast.
   *
   * @param least a brow is so much darker than the skin above and below
   * @param leastBesideAnother where the other brow is seen, this will do
   * @param likeOthers a section that the hollow of the eye hides is at least this share as dark as
   *     the others
   * @param thickerThanOthers no section is so many times thicker than the middle one
   * @param solid from here on it is drawn as thick as it is, paler ones thinner
   * @param thinnest the palest keep this share of their thickness
   * @param leastHalfWidth of a brow anywhere, line widths
   * @param smoothing of its borders, line widths
   * @param clearLineWidths no other mass or valley comes so near: what is farther, the hollow of
   *     the eye and its fold, is what people are known by
   * @param speckReachLineWidths small masses so near to a brow are its hairs and would fray it
   * @param mostSpeckAreaLineWidths2 larger ones stay, square line widths
   * @param clearOfSpecksLineWidths nor is a valley drawn so near to one: it would frown
   */
  public record Brows(
      double least,
      double leastBesideAnother,
      double likeOthers,
      double thickerThanOthers,
      double solid,
      double thinnest,
      double leastHalfWidth,
      double smoothing,
      double clearLineWidths,
      double speckReachLineWidths,
      double mostSpeckAreaLineWidths2,
      double clearOfSpecksLineWidths) {}

  /**
   * Frames of glasses. Darkness is a share of the face's contrast; numbers chosen on 16 officials
   * with glasses.
   *
   * @param leastDarkness paler parts are lines
   * @param leastHalfWidth a frame that is usually narrower is a line, line widths
   * @param mostHalfWidth and none is wider, line widths
   * @param leastSwelling no dark part is narrower than this share of what is usual
   * @param mostSwelling or so many times wider
   * @param leastShare where less of the rims is dark, it is a shadow or a brow beside them
   * @param border a frame ends where it is less than this share as dark as in its middle
   * @param reachLineWidths its middle is so far from what the edge model sees of it
   * @param smoothingLineWidths of widths along a rim
   * @param clearLineWidths nothing else is drawn so near
   */
  public record Rims(
      double leastDarkness,
      double leastHalfWidth,
      double mostHalfWidth,
      double leastSwelling,
      double mostSwelling,
      double leastShare,
      double border,
      double reachLineWidths,
      double smoothingLineWidths,
      double clearLineWidths) {}

  /**
   * Dark hair. Lightness is CIE L*.
   *
   * @param black lightness as a share of the skin's that takes the closest lines
   * @param pale and where hair becomes paper: brown is darker, blond and white are lighter
   * @param closeLineWidths distance of the lines in black hair
   * @param wideLineWidths and in pale hair
   * @param blurLineWidths hair is looked at with this blur: finer than a lock
   * @param seamLineWidths lines keep so far from contours that a white seam stays
   * @param borderLineWidths the border of dark hair is drawn: so far inside of it no other line is
   * @param shortestLineWidths of a line
   * @param leastHalfWidth narrower strands are left to contours, line widths
   * @param reachAbove how far hair goes beyond the face above the eyes, face widths
   * @param reachAtChin and at the chin, where shoulders begin
   * @param roundness where hair shows no locks its lines go round the face: so strong, of the mean
   *     contrast of the picture, is that pull
   * @param mostLineWidths length of all lines in hair; more hair is drawn with wider spacing
   */
  public record Shading(
      double black,
      double pale,
      double closeLineWidths,
      double wideLineWidths,
      double blurLineWidths,
      double seamLineWidths,
      double borderLineWidths,
      double shortestLineWidths,
      double leastHalfWidth,
      double reachAbove,
      double reachAtChin,
      double roundness,
      double mostLineWidths) {}

  public static ToneSettings defaults() {
    return new ToneSettings(
        new Face(
            0.06, 0.07, 0.10, 1.05, 0.48, 1.7, 0.04, 1.5, 1.35, 0.36, 1.35, 1.2, 0.06, 1.2, 0.8,
            1.3, 5.5, 0.5, 5),
        new Eyes(0.8, 0.52, 2.6, 0.72, 1.9),
        new Brows(0.12, 0.03, 0.75, 1.15, 0.75, 0.45, 0.5, 1.2, 0.3, 4, 6, 2.5),
        new Rims(0.5, 0.7, 2.2, 0.8, 1.3, 0.25, 0.55, 1, 3, 1),
        new Shading(0.22, 0.56, 1.9, 3.2, 2, 1.3, 2.5, 10, 1.6, 0.8, 0.22, 0.3, 3_000));
  }
}
