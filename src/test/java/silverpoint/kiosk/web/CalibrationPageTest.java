package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.MachineState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A machine is calibrated from a phone, question by question. */
class CalibrationPageTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final StagedKiosk kiosk = new StagedKiosk(true, 0);
  private StaffVisit visit;
  private Page page;

  @BeforeEach
  void start() {
    visit = StaffVisit.of(CHROMIUM.browser(), kiosk, 360, 740, ColorScheme.LIGHT);
    page = visit.page();
  }

  @AfterEach
  void stop() {
    visit.close();
    kiosk.close();
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void everyQuestionIsAnsweredOnThePage() throws IOException {
    visit.logIn(Role.ENGINEER);
    begin();
    JsonNode texts =
        JsonMapper.shared()
            .readTree(
                Files.readString(
                    Path.of("src/main/resources/silverpoint/kiosk/web/staff/lang/en.json")));
    for (String asked : StagedCalibration.ASKED) {
      String text = texts.get("calibration." + asked).asString().replace("{mm}", "12.5 mm");
      page.locator(".question").getByText(text).waitFor();
      page.locator("figure svg path.trace[d]").waitFor();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
          .as(asked)
          .isEqualTo(0);
      assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(v -> v.getId()))
          .as(asked)
          .isEmpty();
      answer(asked);
    }
    page.locator(".reminder:has-text('next start')").waitFor();
    page.locator(".calibration")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    assertThat(kiosk.auditLines().stream().filter(line -> line.contains("answer-calibration")))
        .hasSize(StagedCalibration.ASKED.size());
  }

  @Test
  void whoMayNotAnswerIsToldWhoMay() {
    String[] engineer = kiosk.logIn(Role.ENGINEER);
    assertThat(kiosk.http.post("/api/v1/commands/cancel", "", engineer).status()).isEqualTo(200);
    StagedKiosk.await(() -> kiosk.booth.snapshot().state().machine() instanceof MachineState.Erase);
    assertThat(kiosk.http.post("/api/v1/commands/calibrate", "", engineer).status()).isEqualTo(200);
    visit.logIn(Role.OPERATOR);
    page.locator(".hero .next:has-text('The calibration asks')").waitFor();
    visit.show("steer");
    page.locator(".answers:has-text('engineer')").waitFor();
    assertThat(page.locator(".answers button").count()).isZero();
  }

  private void begin() {
    visit.show("steer");
    page.locator("[data-command=cancel]:not([aria-disabled=true])").click();
    visit.confirm("cancel");
    page.locator("[data-command=calibrate]:not([aria-disabled=true])").click();
  }

  private void answer(String asked) {
    Locator answers = page.locator(".answers");
    switch (asked.split("_")[0]) {
      case "TOOTH" -> answers.getByText("3").click();
      case "LENGTH", "FALLING", "RISING" -> {
        answers.locator("input").fill("101,5");
        page.keyboard().press("Enter");
      }
      default -> answers.locator("button.main").click();
    }
  }
}
