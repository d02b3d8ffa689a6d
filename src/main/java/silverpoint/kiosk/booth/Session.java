package silverpoint.kiosk.booth;

/**
 * One guest, from the consent screen on.
 *
 * @param number unique among all sessions of this kiosk; what people see as the ticket's number;
 *     taken once the guest has agreed, until then the next one
 * @param track of the face that was followed when the session began; 0 when nobody was
 * @param keepLineArt whether the guest allows the line to be kept for a while
 * @param retakes how often the guest asked for another picture
 * @param beganMs booth time
 */
public record Session(long number, long track, boolean keepLineArt, int retakes, long beganMs) {
  Session keeping(boolean lineArt) {
    return new Session(number, track, lineArt, retakes, beganMs);
  }

  Session retaken() {
    return new Session(number, track, keepLineArt, retakes + 1, beganMs);
  }
}
