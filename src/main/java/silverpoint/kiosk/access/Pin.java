package silverpoint.kiosk.access;

import java.util.regex.Pattern;

/** A staff PIN: 6 to 12 digits that are not the first guess of anybody. */
public record Pin(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{6,12}");
  private static final String ROWS = "0123456789012345678901 9876543210987654321098";

  public Pin {
    if (!FORM.matcher(digits).matches()) {
      throw new AccessException("a PIN has 6 to 12 digits and nothing else");
    }
    if (isGuessable(digits)) {
      throw new AccessException(
          "this PIN is one of the first that anybody tries; take one without a pattern");
    }
  }

  @Override
  public String toString() {
    return "Pin[hidden]";
  }

  private static boolean isGuessable(String digits) {
    return ROWS.contains(digits)
        || digits.chars().distinct().count() < 3
        || repeats(digits, 2)
        || repeats(digits, 3);
  }

  private static boolean repeats(String digits, int period) {
    return digits.length() % period == 0
        && digits.substring(0, period).repeat(digits.length() / period).equals(digits);
  }
}
