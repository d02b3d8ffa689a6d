package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.sketch.PlannedLine;

/** Which portraits reach whoever puts them on paper. */
class ReceiptDeskTest implements ReceiptDesk {
  @TempDir private Path folder;
  private final List<Long> printed = new ArrayList<>();
  private final List<PlannedLine> lines = new ArrayList<>();
  private StagedCrew staged;
  private int forgotten;

  @Override
  public void print(long number, PlannedLine line) {
    printed.add(number);
    lines.add(line);
  }

  @Override
  public void forget() {
    forgotten++;
  }

  @BeforeEach
  void begin() {
    staged = new StagedCrew(folder);
    staged.crew.printBy(this);
    staged.happens(new BoothEvent.SubjectSeen(1, true));
    staged.asks(new BoothCommand.Agree(false));
    staged.shows(0.3);
    staged.passes(4);
    while (staged.works(staged.sketching)) {}
    staged.asks(new BoothCommand.Accept());
    assertThat(staged.state().machine()).isInstanceOf(MachineState.Drawing.class);
  }

  @AfterEach
  void end() {
    staged.close();
  }

  private void isDrawn() {
    while (!(staged.state().machine() instanceof MachineState.Erase)) {
      staged.works(staged.drawing);
      staged.passes(1);
    }
  }

  @Test
  void aFinishedPortraitIsPrintedOnceAndNotBefore() {
    long number = staged.state().machine().ticket().orElseThrow().number();
    PlannedLine line = staged.crew.memory().line(number).orElseThrow();
    assertThat(printed).isEmpty();
    isDrawn();
    assertThat(printed).containsExactly(number);
    assertThat(lines.getFirst()).isSameAs(line);
    staged.asks(new BoothCommand.Redraw());
    staged.happens(new BoothEvent.ErasureSeen());
    isDrawn();
    assertThat(printed).as("drawn once more").containsExactly(number);
  }

  @Test
  void aPortraitThatWasGivenUpIsNotPrinted() {
    staged.asks(new BoothCommand.Cancel());
    isDrawn();
    assertThat(printed).isEmpty();
  }

  @Test
  void erasingAllDataForgetsWhatWaitsForPaper() {
    assertThat(forgotten).isZero();
    staged.asks(new BoothCommand.EraseEverything());
    assertThat(forgotten).isEqualTo(1);
    isDrawn();
    assertThat(printed).isEmpty();
  }
}
