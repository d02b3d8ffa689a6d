package silverpoint.picture.tracing;

import silverpoint.picture.portrait.FacePart;

/**
 * What a line must have to be drawn, by the part of the person that it shows: likeness sits in the
 * features, while hair and cloth hold more edges than a portrait needs, and a broad pen has less
 * room than a fine one.
 *
 * @param seedInk ink where a line may begin to be traced
 * @param weakInk ink down to which it is followed
 * @param separationPx no two lines run side by side closer than this
 * @param minInkPx length times mean ink below which a line is dropped
 */
public record LineDemand(double seedInk, double weakInk, double separationPx, double minInkPx) {
  /** Of a pen of one px: valleys, of which those of folds and bags are fainter already. */
  private static final LineDemand FEATURE = new LineDemand(0.30, 0.12, 1.35, 2.1);

  private static final LineDemand JAW = new LineDemand(0.34, 0.15, 3.9, 5.2);
  private static final LineDemand CONTOUR = new LineDemand(0.34, 0.15, 2.35, 5.2);
  private static final LineDemand HAIR = new LineDemand(0.50, 0.24, 3.4, 8.9);
  private static final LineDemand BODY = new LineDemand(0.42, 0.20, 3.1, 8.3);

  public static LineDemand of(FacePart part, double lineWidthPx) {
    LineDemand demand =
        switch (part) {
          case EYE, BROW, MOUTH, NOSE, GLASSES, FACE -> FEATURE;
          case JAW -> JAW;
          case OUTLINE, EAR -> CONTOUR;
          case HAIR -> HAIR;
          case BODY, OTHER -> BODY;
        };
    return new LineDemand(
        demand.seedInk,
        demand.weakInk,
        demand.separationPx * lineWidthPx,
        demand.minInkPx * lineWidthPx);
  }
}
