package silverpoint.lineart;

import silverpoint.portrait.FacePart;

/**
 * What a line must have to be drawn, by the part of the person that it shows: likeness sits in the
 * features, while hair and cloth hold more edges than a portrait needs.
 *
 * @param seedInk ink where a line may begin to be traced
 * @param weakInk ink down to which it is followed
 * @param separationPx no two lines run side by side closer than this
 * @param minInkPx length times mean ink below which a line is dropped
 */
record LineDemand(double seedInk, double weakInk, double separationPx, double minInkPx) {
  /** Valleys, of which those of folds and bags are fainter already. */
  private static final LineDemand FEATURE = new LineDemand(0.30, 0.12, 2.6, 4);

  private static final LineDemand JAW = new LineDemand(0.34, 0.15, 7.5, 10);
  private static final LineDemand CONTOUR = new LineDemand(0.34, 0.15, 4.5, 10);
  private static final LineDemand HAIR = new LineDemand(0.50, 0.24, 6.5, 17);
  private static final LineDemand BODY = new LineDemand(0.42, 0.20, 6.0, 16);

  static LineDemand of(FacePart part) {
    return switch (part) {
      case EYE, BROW, MOUTH, NOSE, GLASSES, FACE -> FEATURE;
      case JAW -> JAW;
      case OUTLINE, EAR -> CONTOUR;
      case HAIR -> HAIR;
      case BODY, OTHER -> BODY;
    };
  }
}
