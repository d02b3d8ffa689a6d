package silverpoint.kiosk.web.visitor;

import java.net.URI;
import java.util.List;

/**
 * What the visitor's screen offers.
 *
 * @param languages the first is shown until a visitor chooses another
 * @param countdownSound whether the countdown can be heard
 * @param takeHomeAddress web address of the viewer page; empty for no QR code
 */
public record ScreenSettings(
    List<String> languages, boolean countdownSound, String takeHomeAddress) {
  /** Those that there are texts for. */
  public static final List<String> KNOWN_LANGUAGES = List.of("en", "de", "fr", "es", "ja");

  public ScreenSettings {
    languages = List.copyOf(languages);
    if (languages.isEmpty() || !KNOWN_LANGUAGES.containsAll(languages)) {
      throw new IllegalArgumentException(
          "languages must be some of " + KNOWN_LANGUAGES + ": " + languages);
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
