package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.web.staff.CommandApi;

/** Every command that the page offers is touched by every role, and the audit log tells of it. */
class StaffCommandsTest {
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

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "ENGINEER", "ADMIN"})
  void everyCommandOfTheRoleIsTakenAtOneTouchAndWhatDestroysAtTwo(Role role) {
    visit.logIn(role);
    page.locator("[aria-label='Bring forward 43']").click();
    accepted("bring-forward");
    page.locator("[aria-label='Drop 42']").click();
    visit.confirm("drop");
    accepted("drop");
    visit.show("steer");
    touch("pause", "resume", "cancel", "motors-off", "redraw", "confirm-erased", "redraw");
    touch("close", "open", "start-now", "skip");
    page.locator("#choose-style").selectOption("bold");
    accepted("choose-style");
    page.locator("#choose-style").selectOption("");
    accepted("let-guests-choose");
    page.locator("#max-time").fill("90");
    touch("limit-draw-time");
    if (role.includes(Role.ENGINEER)) {
      page.locator("#choose-camera").selectOption("/dev/video0");
      accepted("choose-camera");
      for (String way : List.of("up", "left", "right", "down")) {
        Locator arrow = page.locator("[aria-label='Jog: " + way + "']");
        arrow.and(page.locator(":not([aria-disabled=true])")).click();
        accepted("jog");
      }
      touch("declare-home", "test-pattern", "calibrate");
      page.locator(".answers button:has-text('← 1 mm')").click();
      accepted("answer-calibration");
      touch("end-calibration");
    }
    page.locator("#stop").click();
    accepted("emergency-stop");
    touch("reset", "erase-everything");
    Set<String> wanted = new TreeSet<>(List.of("emergency-stop"));
    wanted.addAll(keys(BoothCommand.ByStaff.class));
    if (role.includes(Role.ENGINEER)) {
      wanted.addAll(keys(BoothCommand.ByEngineer.class));
    }
    assertThat(new TreeSet<>(taken)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"VIEWER", "OPERATOR", "ENGINEER", "ADMIN"})
  void whatTheRoleMayNotDoIsOffAndSaysWhoMay(Role role) {
    visit.logIn(role);
    visit.show("steer");
    page.locator("[data-command=pause]").waitFor();
    page.waitForFunction("() => [...document.querySelectorAll('.why')].some((e) => e.textContent)");
    List<String> offered = new ArrayList<>();
    for (Locator control : page.locator("main [data-command]").all()) {
      String name = control.getAttribute("data-command");
      offered.add(name);
      boolean engineers = keys(BoothCommand.ByEngineer.class).contains(name);
      String why = reason(control);
      if (!role.includes(engineers ? Role.ENGINEER : Role.OPERATOR)) {
        assertThat(why).as(role + " " + name).contains(engineers ? "engineer" : "operator");
      }
      if (isOff(control)) {
        assertThat(why).as(role + " " + name).isNotBlank();
        // a touch tells the reason and sends nothing
        control.dispatchEvent("click");
      }
    }
    Set<String> all = new TreeSet<>(keys(BoothCommand.ByStaff.class));
    all.addAll(keys(BoothCommand.ByEngineer.class));
    all.remove("drop");
    all.remove("bring-forward");
    // offered among the styles
    all.remove("let-guests-choose");
    // offered while a question is open
    all.remove("answer-calibration");
    assertThat(new TreeSet<>(offered)).isEqualTo(all);
    assertThat(log()).noneMatch(line -> line.contains("refused"));
    visit.show("now");
    page.locator(".hero .phase").waitFor();
    boolean sees = role.includes(Role.OPERATOR);
    assertThat(page.locator("[aria-label='Drop 42']").count()).isEqualTo(sees ? 1 : 0);
    assertThat(page.locator(".preview").innerText().contains("operators only")).isEqualTo(!sees);
  }

  @Test
  void commandThatCameTooLateIsAnsweredByTheReason() {
    visit.logIn(Role.OPERATOR);
    visit.show("steer");
    Locator resume = page.locator("main [data-command=resume]");
    resume.and(page.locator("[aria-disabled=true]")).waitFor();
    resume.evaluate("(e) => (e.removeAttribute('aria-disabled'), e.click())");
    page.locator("#said:has-text('Resume: The drawing is not paused.')").waitFor();
    assertThat(log()).anyMatch(line -> line.contains("resume refused: NOT_PAUSED"));
    assertThat(kiosk.booth.snapshot().state().machine()).isInstanceOf(MachineState.Drawing.class);
  }

  private final List<String> taken = new ArrayList<>();

  private void touch(String... commands) {
    for (String command : commands) {
      visit.touch(command);
      if (List.of("cancel", "skip", "erase-everything").contains(command)) {
        visit.confirm(command);
      }
      accepted(command);
    }
  }

  /** Waits until the audit log says that one more command was taken. */
  private void accepted(String command) {
    StagedKiosk.await(() -> commands().size() > taken.size());
    assertThat(commands()).hasSize(taken.size() + 1).last().isEqualTo(command);
    taken.add(command);
    StagedKiosk.await(() -> rests(kiosk.booth.snapshot().state().machine()));
  }

  /** The crew is done with what was asked, so that the next command fits. */
  private static boolean rests(MachineState machine) {
    return switch (machine) {
      case MachineState.Pausing _, MachineState.Stopping _, MachineState.Parking _ -> false;
      case MachineState.Recovering _ -> false;
      case MachineState.Servicing servicing -> servicing.task() instanceof BoothCommand.Calibrate;
      default -> true;
    };
  }

  private List<String> commands() {
    return log().stream().filter(keysOfAll()::contains).toList();
  }

  private static Set<String> keysOfAll() {
    return CommandApi.kinds(BoothCommand.class)
        .map(BoothCommand::keyOf)
        .collect(Collectors.toSet());
  }

  /** What was done, without the time, the person and the hash. */
  private List<String> log() {
    List<String> lines = new ArrayList<>();
    kiosk
        .auditLines()
        .forEach(line -> {
          String[] words = line.split(" ");
          lines.add(String.join(" ", Arrays.copyOfRange(words, 2, words.length - 1)));
        });
    return lines;
  }

  private static Set<String> keys(Class<? extends BoothCommand> of) {
    return CommandApi.kinds(of).map(BoothCommand::keyOf).collect(Collectors.toSet());
  }

  private boolean isOff(Locator control) {
    return control.isDisabled() || "true".equals(control.getAttribute("aria-disabled"));
  }

  private String reason(Locator control) {
    return page.locator("[id='" + control.getAttribute("aria-describedby") + "']").textContent();
  }
}
