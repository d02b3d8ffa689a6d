package silverpoint.kiosk.takehome;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What guests take home besides a link to a page on the web.
 *
 * @param page on the organiser's own network, for phones without internet
 * @param printer of receipts
 */
public record TakeHomeSettings(Page page, Printer printer) {
  /**
   * The listener of one static page.
   *
   * @param enabled whether it listens at all
   * @param address the address to listen on; 0.0.0.0 is all of IPv4
   * @param port port of plain HTTP; 0 takes any free one
   * @param phonesAsk the name or address by which phones reach this computer; empty for the address
   *     to listen on, or for the one that the network gave to this computer
   */
  public record Page(boolean enabled, String address, int port, String phonesAsk) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    public Page {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("page.port must be 0 to 65535, not " + port);
      }
      if (!HOST.matcher(address).matches()) {
        throw new IllegalArgumentException(
            "page.address must be one of this computer, such as 192.168.4.1, not '"
                + address
                + "'");
      }
      if (!phonesAsk.isEmpty() && !HOST.matcher(phonesAsk).matches()) {
        throw new IllegalArgumentException(
            "page.phonesAsk must be empty, a host name in small letters or an address, not '"
                + phonesAsk
                + "'");
      }
    }

    /** Whether it listens on every address. */
    public boolean isEverywhere() {
      return address.equals("0.0.0.0");
    }
  }

  /**
   * A receipt printer of the ESC/POS kind.
   *
   * @param enabled whether every finished portrait is printed
   * @param target a device file such as /dev/usb/lp0, a host and port such as 192.168.1.50:9100, or
   *     file: and a path, to which the printer's bytes are appended
   * @param widthDots dots of a row: 384 for paper of 58 mm, 576 for 80 mm
   * @param event printed at the top; empty for nothing
   * @param qrCode whether the code that the screen shows is printed too
   * @param cut whether the paper is cut
   */
  public record Printer(
      boolean enabled, String target, int widthDots, String event, boolean qrCode, boolean cut) {
    /** What printers of the western world have in common beyond ASCII. */
    static final Charset LETTERS = Charset.forName("windows-1252");

    private static final Pattern DEVICE = Pattern.compile("/dev/\\S+");
    private static final Pattern FILE = Pattern.compile("file:/.+");
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9.-]+:(\\d{1,5})");
    private static final List<Integer> WIDTHS = List.of(384, 576);
    private static final int LONGEST_EVENT = 96;

    public Printer {
      boolean known =
          DEVICE.matcher(target).matches()
              || FILE.matcher(target).matches()
              || NETWORK.matcher(target).matches() && isPort(target);
      if (!known) {
        throw new IllegalArgumentException(
            "printer.target must be a device such as /dev/usb/lp0, a host and port such as"
                + " 192.168.1.50:9100, or file:/ and a path, not '"
                + target
                + "'");
      }
      if (!WIDTHS.contains(widthDots)) {
        throw new IllegalArgumentException(
            "printer.widthDots must be one of " + WIDTHS + ", not " + widthDots);
      }
      if (event.length() > LONGEST_EVENT
          || event.chars().anyMatch(Character::isISOControl)
          || !LETTERS.newEncoder().canEncode(event)) {
        throw new IllegalArgumentException(
            "printer.event must be at most "
                + LONGEST_EVENT
                + " letters of western languages, which are those that receipt printers have, not '"
                + event
                + "'");
      }
    }

    private static boolean isPort(String target) {
      int port = Integer.parseInt(target.substring(target.indexOf(':') + 1));
      return port > 0 && port <= 65_535;
    }

    /** Whether it is plugged into this computer. */
    public boolean isDevice() {
      return target.startsWith("/");
    }

    boolean isFile() {
      return target.startsWith("file:");
    }
  }
}
