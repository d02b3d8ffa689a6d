package silverpoint.kiosk.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import silverpoint.kiosk.booth.WireName;

/**
 * A request that is answered with an error: a status of HTTP from 400 to 503 and the reason, in
 * words of ours that quote nothing of the request.
 */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The media type of {@link Body}. */
  static final String PROBLEM = "application/problem+json";

  /** A reason that is a word of the API, such as NOT_PAUSED. */
  private static final Pattern WORD = Pattern.compile("[A-Z]+(_[A-Z]+)*");

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

  /**
   * What a client is told: a problem of RFC 9457.
   *
   * @param title what the status means
   * @param detail the reason in words
   * @param reason a word of the API where there is one, which programs may rely on; else as detail
   */
  @WireName("RefusalBody")
  record Body(String type, String title, int status, String detail, String reason) {
    static Body of(int status, String reason) {
      String detail =
          WORD.matcher(reason).matches()
              ? "refused: " + reason.toLowerCase(Locale.ROOT).replace('_', ' ')
              : reason;
      return new Body("about:blank", HttpStatus.getMessage(status), status, detail, reason);
    }
  }

  Body body() {
    return Body.of(status, reason());
  }
}
