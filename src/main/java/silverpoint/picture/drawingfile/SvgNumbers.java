package silverpoint.picture.drawingfile;

/** The numbers of an SVG attribute, which need no space between them where none is needed. */
final class SvgNumbers {
  /** No drawing has a larger number. */
  private static final double MOST = 1e9;

  private final String text;
  private int at;

  SvgNumbers(String text) {
    this.text = text;
    skipSpace();
  }

  boolean hasNext() {
    return at < text.length();
  }

  /** Whether a letter comes next, which is a command. */
  boolean atLetter() {
    return hasNext() && Character.isLetter(text.charAt(at));
  }

  char letter() {
    char letter = text.charAt(at++);
    skipSpace();
    return letter;
  }

  double next() {
    int start = at;
    if (hasNext() && isSign(text.charAt(at))) {
      at++;
    }
    skipDigits();
    if (hasNext() && text.charAt(at) == '.') {
      at++;
      skipDigits();
    }
    if (hasNext() && (text.charAt(at) == 'e' || text.charAt(at) == 'E') && at > start) {
      at++;
      if (hasNext() && isSign(text.charAt(at))) {
        at++;
      }
      skipDigits();
    }
    double number;
    try {
      number = Double.parseDouble(text.substring(start, at));
    } catch (NumberFormatException e) {
      String rest = text.substring(start, Math.min(text.length(), start + 12));
      throw new IllegalArgumentException("a number is missing before '" + rest + "'", e);
    }
    if (!(Math.abs(number) <= MOST)) {
      throw new IllegalArgumentException(
          "the number " + text.substring(start, Math.min(at, start + 12)) + " is beyond reason");
    }
    skipSpace();
    // less than rounding leaves of anything drawn
    return Math.abs(number) < 1 / MOST ? 0 : number;
  }

  /** A flag of an arc: one digit, even with another number right behind it. */
  boolean flag() {
    if (!hasNext() || (text.charAt(at) != '0' && text.charAt(at) != '1')) {
      throw new IllegalArgumentException("a flag of an arc must be 0 or 1");
    }
    boolean flag = text.charAt(at++) == '1';
    skipSpace();
    return flag;
  }

  private void skipDigits() {
    while (hasNext() && Character.isDigit(text.charAt(at))) {
      at++;
    }
  }

  private void skipSpace() {
    while (hasNext() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }
}
