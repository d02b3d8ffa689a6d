package silverpoint.kiosk.web;

import silverpoint.kiosk.booth.WireName;

/**
 * A request that is answered with an error: a status of HTTP from 400 to 503 and the reason, in
 * words of ours that quote nothing of the request.
 */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final long retryAfterS;

  public RequestRefused(int status, String reason) {
    this(status, reason, 0);
  }

  /**
   * @param retryAfterS seconds after which to try again, 0 when that would not help
   */
  public RequestRefused(int status, String reason, long retryAfterS) {
    super(reason, null, false, false);
    this.status = status;
    this.retryAfterS = retryAfterS;
  }

  int status() {
    return status;
  }

  long retryAfterS() {
    return retryAfterS;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** What a client is told. */
  @WireName("RefusalBody")
  record Body(int status, String reason) {}

  Body body() {
    return new Body(status, reason());
  }
}
