package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.booth.VisitorState;

/** One guest after the other before the real crew. */
class KioskCrewTest {
  @TempDir Path folder;
  private StagedCrew staged;

  @BeforeEach
  void begin() {
    staged = new StagedCrew(folder);
  }

  @AfterEach
  void end() {
    staged.close();
  }

  /** Somebody steps up and agrees. */
  private long agrees(long track) {
    staged.happens(new BoothEvent.SubjectSeen(track, true));
    long session = staged.state().visitor().guest().orElseThrow().number();
    assertThat(staged.asks(new BoothCommand.Agree(false))).isEmpty();
    return session;
  }

  /** The picture of whoever is framed is taken and sketched. */
  private void isSketched() {
    staged.passes(4);
    while (staged.works(staged.sketching)) {}
    assertThat(staged.state().visitor()).isInstanceOf(VisitorState.Review.class);
  }

  private void isDrawn() {
    while (!(staged.state().machine() instanceof MachineState.Erase)) {
      staged.works(staged.drawing);
      staged.passes(1);
    }
  }

  @Test
  void erasingAPortraitLeavesTheNextGuestsFramesAlone() {
    agrees(1);
    staged.shows(0.3);
    isSketched();
    staged.asks(new BoothCommand.Accept());
    isDrawn();
    staged.passes(12);
    long next = agrees(2);
    staged.shows(0.3);
    staged.happens(new BoothEvent.ErasureSeen());
    assertThat(staged.state().machine()).isInstanceOf(MachineState.Ready.class);
    staged.shows(0.1);
    isSketched();
    assertThat(staged.studio.asked.getLast().frame()).isSameAs(staged.deserved.get(next));
  }

  @Test
  void aPortraitWhoseLineWasErasedIsNotOfferedAgain() {
    agrees(1);
    staged.shows(0.3);
    isSketched();
    staged.asks(new BoothCommand.Accept());
    assertThat(staged.state().machine()).isInstanceOf(MachineState.Drawing.class);
    staged.asks(new BoothCommand.EraseEverything());
    isDrawn();
    assertThat(staged.asks(new BoothCommand.Redraw())).contains(Refusal.NO_PORTRAIT);
    assertThat(staged.crew.memory().size()).isZero();
  }

  @Test
  void aStyleForTheNextGuestLeavesTheOneWhoIsServedAlone() {
    agrees(1);
    staged.shows(0.3);
    staged.asks(new BoothCommand.ChooseStyle("bold"));
    staged.asks(new BoothCommand.LimitDrawTime(60));
    isSketched();
    assertThat(staged.studio.asked.getLast().settings()).isEqualTo(StagedCrew.SETTINGS);
    staged.asks(new BoothCommand.Retake());
    staged.shows(0.3);
    isSketched();
    assertThat(staged.studio.asked.getLast().settings())
        .as("retake")
        .isEqualTo(StagedCrew.SETTINGS);
    staged.asks(new BoothCommand.Accept());
    staged.passes(12);
    agrees(2);
    staged.shows(0.3);
    isSketched();
    assertThat(staged.studio.asked.getLast().settings())
        .isEqualTo(new Studio.Settings("bold", 60, List.of()));
  }

  private List<String> offered() {
    return ((VisitorState.Review) staged.state().visitor())
        .offers().stream().map(Offer::style).toList();
  }

  @Test
  void aStyleThatStaffFixHasNoChoiceFromTheNextGuestOnUntilTheyLetGuestsChoose() {
    agrees(1);
    staged.shows(0.3);
    staged.asks(new BoothCommand.ChooseStyle("bold"));
    isSketched();
    assertThat(offered())
        .as("of who was there before")
        .containsExactly("contour", "minimal", "shaded");
    staged.asks(new BoothCommand.Accept());
    staged.passes(12);
    agrees(2);
    staged.shows(0.3);
    isSketched();
    assertThat(offered()).containsExactly("bold");
    assertThat(staged.asks(new BoothCommand.LetGuestsChoose())).isEmpty();
    staged.asks(new BoothCommand.Accept());
    staged.passes(12);
    agrees(3);
    staged.shows(0.3);
    isSketched();
    assertThat(offered()).containsExactly("contour", "minimal", "shaded");
  }

  @Test
  void whatAGuestChoseIsDrawnAndNothingElseStaysInMemory() {
    long session = agrees(1);
    staged.shows(0.3);
    isSketched();
    assertThat(staged.crew.memory().size()).isEqualTo(3);
    staged.asks(new BoothCommand.ChooseDrawing("minimal"));
    staged.asks(new BoothCommand.Accept());
    assertThat(staged.crew.memory().size()).isOne();
    assertThat(staged.crew.memory().line(session).orElseThrow().drawing().strokes())
        .isSameAs(staged.studio.redrawn.getFirst().line().drawing().strokes());
    isDrawn();
    assertThat(staged.state().machine().ticket().orElseThrow().taken().style())
        .isEqualTo("minimal");
  }
}
