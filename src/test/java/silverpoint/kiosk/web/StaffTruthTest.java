package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Phase;

/** What the staff page says is so. */
class StaffTruthTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final StagedKiosk kiosk = new StagedKiosk(true, 0);
  private StaffVisit visit;
  private Page page;

  @BeforeEach
  void start() {
    visit = StaffVisit.of(CHROMIUM.browser(), kiosk, 1280, 800, ColorScheme.LIGHT);
    page = visit.page();
  }

  @AfterEach
  void stop() {
    visit.close();
    kiosk.close();
    assertThat(visit.complaints()).isEmpty();
  }

  private void phaseIs(String words) {
    page.locator(".hero .phase:has-text('" + words + "')").waitFor();
  }

  @Test
  void aFinishedPortraitIsDrawnToTheLastStroke() {
    visit.logIn(Role.OPERATOR);
    page.locator("svg.toy[aria-label*='%']").waitFor();
    kiosk.booth.tell(new BoothEvent.DrawingFinished(41));
    phaseIs("Portrait finished");
    page.locator("svg.toy[aria-label='The line: 100 % drawn']").waitFor();
    int strokes = page.locator("svg.toy[role=img] .waits path").count();
    assertThat(page.locator("svg.toy[role=img] .drawn path[d]:not([d=''])").count())
        .isEqualTo(strokes);
  }

  @Test
  void aPortraitThatIsGivenUpIsDrawnAsFarAsItCame() {
    visit.logIn(Role.OPERATOR);
    page.locator("svg.toy[aria-label^='The line: 4']").waitFor();
    kiosk.booth.command(new BoothCommand.Cancel());
    phaseIs("Shake the toy!");
    page.locator("svg.toy[aria-label^='The line: 4']").waitFor();
    page.reload();
    phaseIs("Shake the toy!");
    page.locator("text=There is nothing to draw.").waitFor();
  }

  @Test
  void aPausedDrawingHasItsCancelBesideItsResume() {
    visit.logIn(Role.OPERATOR);
    page.locator(".hero [data-command=pause]").click();
    phaseIs("Paused");
    page.locator(".hero [data-command=resume]").waitFor();
    page.locator(".hero [data-command=cancel]").click();
    visit.confirm("cancel");
    StagedKiosk.await(() -> kiosk.booth.snapshot().phase() == Phase.ERASE);
  }

  @Test
  void theButtonThatBeginsSaysWhatItDoes() {
    visit.logIn(Role.OPERATOR);
    page.locator(".hero [data-command=pause]").waitFor();
    assertThat(page.locator(".hero [data-command=start-now]").isVisible()).isFalse();
    visit.show("steer");
    Locator begin = page.locator("main [data-command=start-now]");
    says(begin, "Begin with a guest");
    kiosk.booth.tell(new BoothEvent.SubjectSeen(9, true));
    kiosk.booth.command(new BoothCommand.Agree(false));
    says(begin, "Take the picture now");
    begin.click();
    page.locator("#said:has-text('Take the picture now: done')").waitFor();
    kiosk.booth.tell(new BoothEvent.FrameTaken(44));
    kiosk.booth.tell(new BoothEvent.Sketched(44, new Offer("shaded", 60, 900)));
    says(begin, "Draw this sketch");
    visit.show("now");
    phaseIs("Guest looks at the sketch");
    says(page.locator(".hero [data-command=start-now]"), "Draw this sketch");
  }

  private static void says(Locator element, String text) {
    element.and(element.page().locator(":text-is('" + text + "')")).waitFor();
  }

  @Test
  void aStoppedMachineIsTheHeadlineWhateverTheGuestDoes() {
    visit.logIn(Role.OPERATOR);
    kiosk.booth.tell(new BoothEvent.SubjectSeen(9, true));
    kiosk.booth.command(new BoothCommand.Agree(false));
    kiosk.booth.command(new BoothCommand.StartNow());
    kiosk.booth.tell(new BoothEvent.FrameTaken(44));
    kiosk.booth.tell(new BoothEvent.Sketched(44, new Offer("shaded", 60, 900)));
    kiosk.booth.command(new BoothCommand.Accept());
    phaseIs("Guest is queued");
    page.locator("#stop").click();
    phaseIs("Something is wrong");
    assertThat(kiosk.booth.snapshot().phase()).isEqualTo(Phase.QUEUED);
    assertThat(page.title()).startsWith("Something is wrong");
  }

  @Test
  void theReleaseOfAButtonIsAskedForOnlyWhereOneWasPressed() {
    visit.logIn(Role.OPERATOR);
    page.locator("#stop").click();
    Locator fault = page.locator(".fault");
    fault.waitFor();
    assertThat(fault.innerText()).contains("Emergency stop").doesNotContain("button");
    kiosk.booth.command(new BoothCommand.Reset());
    phaseIs("Shake the toy!");
    kiosk.booth.tell(new BoothEvent.EmergencyStopPressed());
    page.locator(".fault:has-text('release the button')").waitFor();
  }

  @Test
  void aCameraThatWorksIsNotSaidToGiveNoPicture() {
    kiosk.hidesPicture = true;
    visit.logIn(Role.OPERATOR);
    page.locator(".preview:has-text('not shown without consent')").waitFor();
    page.route("**/api/v1/camera", route -> route.abort());
    page.locator(".preview:has-text('The kiosk does not answer.')").waitFor();
  }

  @Test
  void theBannerOfOldDataIsReadWhole() {
    visit.logIn(Role.OPERATOR);
    page.locator("#link.live").waitFor();
    try (StuckLoop _ = new StuckLoop(kiosk.booth)) {
      Locator banner = page.locator("#old");
      banner.waitFor();
      for (Map.Entry<Integer, Integer> size :
          Map.of(1280, 800, 1920, 1080, 800, 480, 360, 740).entrySet()) {
        page.setViewportSize(size.getKey(), size.getValue());
        for (int scroll : new int[] {0, 300}) {
          page.evaluate("(y) => scrollTo(0, y)", scroll);
          assertThat(page.evaluate(COVERED)).as(size + " at " + scroll).isEqualTo("");
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What lies over the banner, looked at along its middle. */
  private static final String COVERED =
      """
      () => {
        const banner = document.getElementById("old");
        const box = banner.getBoundingClientRect();
        for (let x = box.left + 4; x < box.right - 4; x += 16) {
          const top = document.elementFromPoint(x, (box.top + box.bottom) / 2);
          if (top !== banner) return `${top?.tagName}.${top?.className} at ${x}`;
        }
        return "";
      }
      """;

  @Test
  void namesOfEightyLettersFitAPhone() {
    page.setViewportSize(360, 740);
    kiosk.planted = "-" + "x".repeat(80);
    kiosk.booth.tell(new BoothEvent.SubjectSeen(9, true));
    visit.logIn(Role.ADMIN);
    for (String view : List.of("now", "steer", "health")) {
      visit.show(view);
      page.waitForFunction("() => document.querySelector('main').textContent.includes('xxxxxxxx')");
      assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
          .as(view)
          .isEqualTo(360);
    }
  }
}
