package silverpoint.kiosk.booth;

/**
 * A drawing that a guest may have.
 *
 * @param style of its line art
 * @param drawTimeS that the planned motion takes
 * @param lengthMm of the line
 */
public record Offer(String style, double drawTimeS, double lengthMm) {
  public Offer {
    if (!(drawTimeS >= 0) || !(lengthMm >= 0)) {
      throw new IllegalArgumentException(
          "drawTimeS and lengthMm must not be negative: " + drawTimeS + ", " + lengthMm);
    }
  }
}
