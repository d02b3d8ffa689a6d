package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.access.Role;

/** Staff log in on the page: what they are told, with a keyboard and without one. */
class StaffLoginTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Map<String, String> WRONG =
      Map.of(
          "en", "That is not a PIN of this kiosk.",
          "de", "Das ist keine PIN dieses Kiosks.",
          "fr", "Ce n'est pas un code de cette borne.",
          "es", "Ese no es un PIN de este quiosco.",
          "ja", "このキオスクのPINではありません。");

  private static final Map<String, String> WAIT =
      Map.of(
          "en", "Too many tries: wait",
          "de", "Zu viele Versuche: warten Sie",
          "fr", "Trop d'essais : attendez",
          "es", "Demasiados intentos: espere",
          "ja", "試行回数が多すぎます");

  @Test
  void aWrongPinAndTheTimeToWaitAreSaidInEveryLanguage() {
    WRONG
        .keySet()
        .forEach(language -> {
          try (StagedKiosk kiosk = new StagedKiosk(true, 0);
              StaffVisit visit =
                  StaffVisit.of(CHROMIUM.browser(), kiosk, 360, 740, ColorScheme.LIGHT)) {
            visit.speak(language);
            Locator problem = visit.page().locator("#problem");
            tryPin(visit.page());
            says(problem, Objects.requireNonNull(WRONG.get(language)));
            for (int i = 0; i < 8 && !problem.innerText().matches(".*[0-9].*"); i++) {
              tryPin(visit.page());
              problem.and(visit.page().locator(":not(:empty)")).waitFor();
            }
            assertThat(problem.innerText()).contains(WAIT.get(language)).containsPattern("[0-9]+");
          }
        });
  }

  private static void tryPin(Page page) {
    page.locator("#pin").fill("999999");
    page.keyboard().press("Enter");
  }

  private static void says(Locator element, String text) {
    element.and(element.page().locator(":has-text(\"" + text + "\")")).waitFor();
  }

  @Test
  void aTouchScreenWithoutAKeyboardHasKeysForThePin() {
    try (StagedKiosk kiosk = new StagedKiosk(true, 0);
        StaffVisit visit = StaffVisit.atTouchScreen(CHROMIUM.browser(), kiosk)) {
      Page page = visit.page();
      Locator keys = page.locator(".keys");
      keys.waitFor();
      for (char digit : ("9" + StagedKiosk.PINS.get(Role.OPERATOR)).toCharArray()) {
        keys.getByText(String.valueOf(digit), exactly()).tap();
        if (digit == '9') {
          keys.locator("[aria-label='Delete']").tap();
        }
      }
      assertThat(page.locator("#pin").inputValue()).isEqualTo(StagedKiosk.PINS.get(Role.OPERATOR));
      assertThat(page.locator("#pin").getAttribute("inputmode")).isEqualTo("none");
      assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
          .isEqualTo(0);
      double dockY = page.locator(".dock").boundingBox().y;
      for (Locator key : page.locator("form button").all()) {
        assertThat(key.boundingBox().y + key.boundingBox().height)
            .as(key.innerText())
            .isLessThan(dockY);
      }
      page.locator("form [type=submit]").tap();
      page.locator(".hero").waitFor();
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void whoeverHasAKeyboardSeesNoKeys() {
    try (StagedKiosk kiosk = new StagedKiosk(true, 0);
        StaffVisit visit = StaffVisit.of(CHROMIUM.browser(), kiosk, 1280, 800, ColorScheme.LIGHT)) {
      visit.page().locator("#pin").waitFor();
      assertThat(visit.page().locator(".keys").count()).isZero();
    }
  }

  @Test
  void aFreshInstallationNamesTheCommandThatSetsAPinAndTheOneThatEndsAStop() {
    try (StagedKiosk kiosk = new StagedKiosk(false, 0);
        StaffVisit visit = StaffVisit.of(CHROMIUM.browser(), kiosk, 1280, 800, ColorScheme.LIGHT)) {
      Page page = visit.page();
      page.locator("main:has-text('“silverpoint staff-pin”')").waitFor();
      visit.goOnWithoutPin();
      page.locator("#stop").click();
      Locator stopped = page.locator(".fault:has-text('Emergency stop')");
      stopped.waitFor();
      assertThat(stopped.innerText()).doesNotContain("release the button");
      kiosk.positionIsLost = true;
      visit.touchIn(".hero", "reset");
      Locator lost = page.locator(".fault:has-text('Stylus position unknown')");
      lost.waitFor();
      assertThat(lost.innerText()).contains("“silverpoint staff-pin --role engineer”");
    }
  }
}
