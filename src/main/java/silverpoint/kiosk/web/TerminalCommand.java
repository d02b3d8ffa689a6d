package silverpoint.kiosk.web;

/**
 * How this program is called on a terminal, which its launcher tells: what a message names can be
 * typed.
 */
public final class TerminalCommand {
  private static final String PROGRAM = System.getProperty("silverpoint.command", "silverpoint");

  private TerminalCommand() {}

  /** The program alone. */
  public static String program() {
    return PROGRAM;
  }

  /**
   * The program with arguments.
   *
   * @param arguments such as {@code staff-pin}
   */
  public static String with(String arguments) {
    return PROGRAM + " " + arguments;
  }
}
