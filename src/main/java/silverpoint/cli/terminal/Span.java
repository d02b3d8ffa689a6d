package silverpoint.cli.terminal;

/** How a length of time reads on a terminal. */
public final class Span {
  private Span() {}

  /** To the second: {@code 42 s}, {@code 2 min 0 s}. */
  public static String words(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }
}
