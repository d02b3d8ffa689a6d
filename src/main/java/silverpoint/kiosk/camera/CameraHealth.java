package silverpoint.kiosk.camera;

import java.util.Optional;

/**
 * How a camera is doing.
 *
 * @param camera its name
 * @param status what the feed is doing about it
 * @param framesPerS pictures a second over the last two seconds or so, 0 unless it gives some
 * @param newestAgeMs age of the newest frame; empty when there is none
 * @param restarts how often it was opened again since the feed started
 * @param lastError what went wrong last and how to mend it; stays after the camera has recovered
 * @param fault the same while it concerns people: the camera had its time, and longer than an
 *     interruption may last it has given no picture
 */
public record CameraHealth(
    String camera,
    Status status,
    double framesPerS,
    Optional<Long> newestAgeMs,
    int restarts,
    Optional<String> lastError,
    Optional<String> fault) {
  /** What the feed does at the moment. */
  public enum Status {
    /** Being opened; no picture yet. */
    OPENING,
    /** Pictures come. */
    LIVE,
    /** Waits before it opens the camera again. */
    WAITING,
    /** Closed for good. */
    CLOSED
  }

  /** Whether pictures come. */
  public boolean isLive() {
    return status == Status.LIVE;
  }
}
