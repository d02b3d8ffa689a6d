package silverpoint.trace;

/** The numbers of an SVG attribute, which need no space between them where none is needed. */
final class SvgNumbers {
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
    skipSpace();
    return number;
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
