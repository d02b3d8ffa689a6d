package silverpoint.kiosk.web;

import io.javalin.http.Context;
import java.util.Map;

/** Headers of every answer: nothing runs, frames or loads that did not come from this server. */
final class SecurityHeaders {
  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
              + " connect-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self';"
              + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Embedder-Policy",
          "require-corp",
          "Cache-Control",
          "no-store");

  private SecurityHeaders() {}

  static void set(Context context) {
    ALL.forEach(context::header);
  }
}
