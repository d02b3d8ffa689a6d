package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.MachineState;

/** What destroys something asks before it does so, and the queue is in the hands of staff. */
class StaffQuestionsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final StagedKiosk kiosk = new StagedKiosk(true, 0);
  private StaffVisit visit;
  private Page page;

  @BeforeEach
  void start() {
    visit = StaffVisit.of(CHROMIUM.browser(), kiosk, 360, 740, ColorScheme.LIGHT);
    page = visit.page();
    visit.logIn(Role.OPERATOR);
  }

  @AfterEach
  void stop() {
    visit.close();
    kiosk.close();
    assertThat(visit.complaints()).isEmpty();
  }

  private List<Long> queue() {
    return kiosk.booth.snapshot().queue().stream().map(BoothSnapshot.Waiting::session).toList();
  }

  private MachineState machine() {
    return kiosk.booth.snapshot().state().machine();
  }

  @Test
  void aTouchByMistakeDestroysNothing() {
    kiosk.booth.tell(new BoothEvent.SubjectSeen(9, true));
    visit.show("steer");
    for (String command : List.of("cancel", "skip", "erase-everything")) {
      visit.touch(command);
      Locator question = page.locator(".question-of:has([data-confirms=" + command + "])");
      question.waitFor();
      assertThat(question.innerText()).as(command).contains("?");
      assertThat(page.locator("#stop").isEnabled()).isTrue();
      question.getByText("No", new Locator.GetByTextOptions().setExact(true)).click();
      page.locator("main [data-command=" + command + "]").waitFor();
    }
    assertThat(machine()).isInstanceOf(MachineState.Drawing.class);
    assertThat(queue()).containsExactly(42L, 43L);
    assertThat(kiosk.booth.snapshot().state().visitor().guest()).isPresent();
    assertThat(kiosk.auditLines()).noneMatch(line -> line.contains("cancel"));
  }

  @Test
  void theQuestionIsAnsweredByKeyboardToo() {
    visit.show("steer");
    page.locator("main [data-command=cancel]:not([aria-disabled=true])").focus();
    page.keyboard().press("Enter");
    assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo("No");
    page.keyboard().press("Escape");
    assertThat(page.evaluate("() => document.activeElement.dataset.command")).isEqualTo("cancel");
    page.keyboard().press("Enter");
    page.keyboard().press("Shift+Tab");
    page.keyboard().press("Enter");
    StagedKiosk.await(() -> !(machine() instanceof MachineState.Drawing));
  }

  @Test
  void aQuestionThatFitsNoLongerGoesAway() {
    visit.show("steer");
    visit.touch("cancel");
    page.locator("[data-confirms=cancel]").waitFor();
    kiosk.booth.tell(new BoothEvent.DrawingFinished(41));
    page.locator("main [data-command=cancel][aria-disabled=true]").waitFor();
    assertThat(page.locator("[data-confirms=cancel]").count()).isZero();
  }

  @Test
  void theQueueIsPutInAnotherOrderAtOneTouch() {
    page.locator("[aria-label='Bring forward 43']").click();
    StagedKiosk.await(() -> queue().equals(List.of(43L, 42L)));
    page.locator("tbody tr:first-child th:has-text('43')").waitFor();
    assertThat(page.locator("[aria-label='Bring forward 43']").count()).isZero();
  }

  @Test
  void whoeverIsDroppedFromTheQueueIsAskedAbout() {
    page.locator("[aria-label='Drop 42']").click();
    page.locator(".question-of:has-text('42')").waitFor();
    // the times of the queue change meanwhile, the question stays
    kiosk.booth.tell(new BoothEvent.DrawingFinished(41));
    page.locator(".phase:has-text('Portrait finished')").waitFor();
    assertThat(queue()).containsExactly(42L, 43L);
    visit.confirm("drop");
    StagedKiosk.await(() -> queue().equals(List.of(43L)));
  }
}
