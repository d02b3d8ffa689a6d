package silverpoint.kiosk.web.visitor;

import java.net.URI;
import java.util.List;
import silverpoint.kiosk.booth.WireName;
import silverpoint.picture.lineart.Style;
import silverpoint.picture.lineart.Styles;

/**
 * What the visitor's screen offers.
 *
 * @param languages the first is shown until a visitor chooses another
 * @param countdownSound whether the countdown can be heard
 * @param choices styles that guests may choose instead of the usual one; none for no choice
 * @param takeHomeAddress web address of the viewer page; empty for no QR code
 */
@WireName("ScreenSettings")
public record ScreenSettings(
    List<String> languages, boolean countdownSound, List<String> choices, String takeHomeAddress) {
  /** The usual style may be among them; it is offered anyway. */
  private static final int MOST_CHOICES = 3;

  /** Those that there are texts for. */
  public static final List<String> KNOWN_LANGUAGES = List.of("en", "de", "fr", "es", "ja");

  public ScreenSettings {
    languages = List.copyOf(languages);
    choices = List.copyOf(choices);
    if (languages.isEmpty() || !KNOWN_LANGUAGES.containsAll(languages)) {
      throw new IllegalArgumentException(
          "languages must be some of " + KNOWN_LANGUAGES + ": " + languages);
    }
    List<String> styles = Styles.all().stream().map(Style::name).toList();
    if (choices.size() > MOST_CHOICES || !styles.containsAll(choices)) {
      throw new IllegalArgumentException(
          "choices must be at most %d of %s: %s".formatted(MOST_CHOICES, styles, choices));
    }
    if (!takeHomeAddress.isEmpty() && !isWebAddress(takeHomeAddress)) {
      throw new IllegalArgumentException(
          "takeHomeAddress must be empty or begin with https:// or http:// and have no #: "
              + takeHomeAddress);
    }
  }

  private static boolean isWebAddress(String address) {
    try {
      URI uri = URI.create(address);
      return List.of("https", "http").contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
