package silverpoint.kiosk.booth;

/**
 * Guests who wait while another is drawn.
 *
 * @param longest tickets that may wait; 0..20
 * @param longestWaitS after which a ticket is given up while the machine does not draw, seconds;
 *     60..14400
 */
public record QueueSettings(int longest, double longestWaitS) {
  public QueueSettings {
    Bounds.check("longest", longest, 0, 20);
    Bounds.check("longestWaitS", longestWaitS, 60, 14400);
  }
}
