package silverpoint.machine.grbl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.machine.linux.SerialLine;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.Knobs;
import silverpoint.machine.plotter.MachinePosition;
import silverpoint.machine.plotter.NotBegunException;
import silverpoint.machine.plotter.PlotProgress.Activity;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.plotter.PositionFile;
import silverpoint.machine.plotter.PositionNotes;
import silverpoint.machine.plotter.RunOutcome;

/** A plotter on a board with GRBL keeps the promises of one at GPIO lines. */
class GrblPlotterTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "swapped {0}")
  @ValueSource(booleans = {false, true})
  void theBoardStandsWhereThePlanEnds(boolean swapped) {
    GrblBench bench = new GrblBench(swapped ? GrblBench.SWAPPED : GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5; i++) {
      bench.drawToTheEnd(bench.line(random, 40));
    }
    assertThat(bench.machine.progress().activity()).isEqualTo(Activity.FINISHED);
  }

  @Test
  void aHundredThousandMovesLoseNoStep() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(2);
    int holds = 0;
    while (bench.board.lineCount() < 100_000) {
      bench.board.after(500 + random.nextInt(20_000), bench.plotter::hold);
      holds += bench.drawToTheEnd(bench.line(random, 400));
    }
    assertThat(holds).isGreaterThan(20);
  }

  @Test
  void aHoldRestsOnThePathSoonAndAResumeGoesOn() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(3);
    int rested = 0;
    for (int i = 0; i < 40; i++) {
      StepPlan plan = bench.line(random, 60);
      AtomicLong asked = new AtomicLong(Long.MAX_VALUE);
      bench.board.after(
          1 + random.nextInt(6000),
          () -> {
            asked.set(bench.board.nowMs());
            bench.plotter.hold();
          });
      if (bench.machine.draw(plan) == RunOutcome.HELD) {
        rested++;
        assertThat(bench.board.nowMs() - asked.get()).isLessThan(1500);
        bench.standsWhereItSays();
        assertThat(bench.machine.position().event()).isLessThanOrEqualTo(plan.size());
        while (bench.machine.resume() == RunOutcome.HELD) {
          bench.standsWhereItSays();
        }
      }
      bench.standsWhereItSays();
    }
    assertThat(rested).isGreaterThan(20);
  }

  @Test
  void aHeldPlanIsGivenUpAndAnotherBeginsThere() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    bench.plotter.hold();
    StepPlan plan = bench.line(new SplittableRandom(4), 10);
    assertThat(bench.machine.draw(plan)).isEqualTo(RunOutcome.HELD);
    assertThat(bench.machine.progress().eventsMade()).isZero();
    assertThatThrownBy(() -> bench.machine.draw(plan)).isInstanceOf(IllegalStateException.class);
    bench.machine.abandon();
    bench.drawToTheEnd(bench.line(new SplittableRandom(5), 10));
  }

  @Test
  void aHoldEndsWithTheDrawingThatFailed() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(15);
    bench.board.after(
        1000,
        () -> {
          bench.plotter.hold();
          bench.board.unplug();
        });
    StepPlan plan = bench.line(random, 40);
    assertThatThrownBy(() -> bench.machine.draw(plan)).isInstanceOf(PlotterException.class);
    bench.machine.declareHome();
    bench.settle();
    assertThat(bench.machine.draw(bench.line(random, 5))).isEqualTo(RunOutcome.FINISHED);
  }

  @Test
  void aHundredUnpluggingsLeaveNoWrongPosition() {
    SplittableRandom random = new SplittableRandom(6);
    int certain = 0;
    int lost = 0;
    try (PositionNotes notes =
        new PositionNotes(
            new PositionFile(folder.resolve("position"), new AtomicLong()::incrementAndGet),
            why -> {})) {
      GrblBench bench = new GrblBench(GrblBench.STRAIGHT, Optional.of(notes));
      bench.machine.declareHome();
      bench.settle();
      for (int unplug = 0; unplug < 100; unplug++) {
        bench.board.after(random.nextInt(12_000), bench.board::unplug);
        try {
          while (true) {
            bench.drawToTheEnd(bench.line(random, 30));
          }
        } catch (PlotterException e) {
          assertThat(e).hasMessageContaining("gone");
        }
        MachinePosition noted =
            new PositionFile(folder.resolve("position"), () -> 0).read().orElseThrow();
        assertThat(noted.isCertain()).isEqualTo(bench.machine.isPositionCertain());
        if (noted.isCertain()) {
          certain++;
          bench.standsWhereItSays();
        } else {
          lost++;
          assertThatThrownBy(() -> bench.line(random, 1)).hasMessageContaining("nobody knows");
          bench.machine.declareHome();
          bench.settle();
        }
      }
    }
    assertThat(lost).isGreaterThan(50);
    assertThat(certain + lost).isEqualTo(100);
  }

  @Test
  void unpluggedAtRestItGoesOnWhenItIsPluggedInAgain() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(7);
    bench.drawToTheEnd(bench.line(random, 5));
    StepPlan plan = bench.line(random, 5);
    bench.board.unplug();
    assertThatThrownBy(() -> bench.machine.draw(plan)).isInstanceOf(NotBegunException.class);
    bench.standsWhereItSays();
    bench.drawToTheEnd(plan);
  }

  @ParameterizedTest(name = "garbled {0}")
  @ValueSource(booleans = {false, true})
  void bytesThatAreLostOrGarbledLeaveNoWrongPosition(boolean garbled) {
    SplittableRandom random = new SplittableRandom(8);
    int failed = 0;
    for (int i = 0; i < 100; i++) {
      GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
      bench.drawToTheEnd(bench.line(random, 3));
      StepPlan plan = bench.line(random, 40);
      if (garbled) {
        bench.board.garbleByte(random.nextInt(2000));
      } else {
        bench.board.dropByte(random.nextInt(2000));
      }
      try {
        bench.machine.draw(plan);
        assertThat(bench.machine.isPositionCertain()).isTrue();
        bench.standsWhereItSays();
      } catch (NotBegunException e) {
        assertThat(bench.machine.isPositionCertain()).isTrue();
      } catch (PlotterException e) {
        failed++;
        assertThat(bench.machine.isPositionCertain()).isFalse();
        assertThat(bench.board.state()).isEqualTo(GrblSimulator.State.IDLE);
      }
    }
    assertThat(failed).isGreaterThan(garbled ? 40 : 20);
  }

  @Test
  void aDigitThatIsLostIsSeenByWhereTheBoardIs() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    GrblController board = GrblController.greet(bench.board, GrblBench.STRAIGHT);
    GrblProgram.Segment there = new GrblProgram.Segment("G1X50.0000Y0.0000F3000.0", 1);
    GrblProgram.Segment back = new GrblProgram.Segment("G1X0.0000Y0.0000", 2);
    GrblAxes.Steps zero = new GrblAxes.Steps(0, 0);
    GrblRun run =
        new GrblRun(
            board, List.of(there, back), List.of(zero, new GrblAxes.Steps(400, 0), zero), 0);
    assertThatThrownBy(() -> run.run(() -> false, () -> false, events -> {}))
        .hasMessageContaining("beside the line");
  }

  @Test
  void anAlarmStaysUntilAPersonUnlocksIt() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(9);
    bench.board.after(1000, bench.board::hitLimit);
    StepPlan plan = bench.line(random, 40);
    assertThatThrownBy(() -> bench.machine.draw(plan))
        .isInstanceOf(PlotterException.class)
        .hasMessageContaining("alarm 1 (a limit switch was hit");
    assertThat(bench.machine.isPositionCertain()).isFalse();
    bench.machine.stop();
    bench.machine.rearm();
    assertThatThrownBy(bench.machine::declareHome)
        .isInstanceOf(NotBegunException.class)
        .hasMessageContaining("locked by alarm 1");
    bench.machine.unlock();
    bench.machine.declareHome();
    bench.settle();
    bench.drawToTheEnd(bench.line(random, 5));
  }

  @Test
  void aBoardThatStartsLockedStaysLocked() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    bench.board.settings.put(22, "1");
    StepPlan plan = bench.line(new SplittableRandom(10), 3);
    assertThatThrownBy(() -> bench.machine.draw(plan))
        .isInstanceOf(NotBegunException.class)
        .hasMessageContaining("the board is locked; look at the machine");
    assertThat(bench.machine.isPositionCertain()).isTrue();
    bench.machine.stop();
    bench.machine.rearm();
    assertThat(bench.board.state()).as("nobody has looked").isEqualTo(GrblSimulator.State.ALARM);
    bench.machine.unlock();
    bench.drawToTheEnd(plan);
  }

  @Test
  void aStopTakesTheCurrentAtOnceAndIsTakenBack() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(11);
    StepPlan plan = bench.line(random, 40);
    AtomicLong x = new AtomicLong();
    bench.board.after(
        2000,
        () -> {
          bench.machine.stop();
          x.set(bench.board.xMotor());
        });
    assertThat(bench.machine.draw(plan)).isEqualTo(RunOutcome.STOPPED);
    assertThat(bench.board.xMotor()).isEqualTo(x.get());
    assertThat(bench.board.state()).isEqualTo(GrblSimulator.State.SLEEP);
    assertThat(bench.machine.isPositionCertain()).isFalse();
    bench.machine.rearm();
    assertThat(bench.board.state()).isEqualTo(GrblSimulator.State.IDLE);
    bench.machine.declareHome();
    bench.settle();
    bench.drawToTheEnd(bench.line(random, 5));
  }

  @Test
  void aBoardThatWasPutToSleepIsWokenByTheNextProgram() {
    GrblSimulator board = new GrblSimulator();
    GrblController before = GrblController.greet(board, GrblBench.STRAIGHT);
    before.sleep();
    assertThat(board.state()).isEqualTo(GrblSimulator.State.SLEEP);
    GrblController.greet(board, GrblBench.STRAIGHT).requireIdle();
  }

  @Test
  void aDeviceThatTalksOnAndIsNoBoardIsGivenUp() {
    SerialLine chatter =
        new SerialLine() {
          @Override
          public byte[] read(int timeoutMs) {
            return "$GPGGA,123519,4807.038,N\r\n".getBytes(StandardCharsets.US_ASCII);
          }

          @Override
          public void write(byte[] bytes) {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> GrblController.greet(chatter, GrblBench.STRAIGHT))
        .hasMessageContaining("no GRBL answers");
  }

  @Test
  void aStopAtRestLosesNothing() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    SplittableRandom random = new SplittableRandom(12);
    bench.drawToTheEnd(bench.line(random, 5));
    bench.machine.stop();
    assertThat(bench.board.state()).isEqualTo(GrblSimulator.State.SLEEP);
    StepPlan plan = bench.line(random, 5);
    assertThat(bench.machine.draw(plan)).isEqualTo(RunOutcome.STOPPED);
    bench.standsWhereItSays();
    assertThat(bench.machine.isPositionCertain()).isTrue();
    bench.machine.rearm();
    bench.drawToTheEnd(plan);
  }

  @Test
  void aBoardThatStartsOverInADrawingIsToldAndLost() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    bench.board.after(1500, bench.board::brownOut);
    StepPlan plan = bench.line(new SplittableRandom(13), 40);
    assertThatThrownBy(() -> bench.machine.draw(plan)).hasMessageContaining("started over");
    assertThat(bench.machine.isPositionCertain()).isFalse();
  }

  @Test
  void itsOwnFeedHoldIsWaitedFor() {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    bench.board.after(1000, bench.board::feedHold);
    bench.board.after(61_000, () -> bench.board.write(new byte[] {'~'}));
    bench.drawToTheEnd(bench.line(new SplittableRandom(14), 40));
    assertThat(bench.board.nowMs()).isGreaterThan(61_000);
  }

  @Test
  void jogsTurnTheKnobsAndHomeMakesThePlaceCertain() {
    GrblBench bench = new GrblBench(GrblBench.SWAPPED);
    long y = bench.board.yMotor();
    new Knobs(bench.machine::turn, GrblBench.MOTION).turn(300, -20);
    assertThat(bench.board.yMotor() - y).isEqualTo(-300);
    assertThat(bench.machine.isPositionCertain()).isFalse();
    bench.machine.declareHome();
    bench.settle();
    bench.drawToTheEnd(bench.line(new SplittableRandom(15), 5));
  }

  @Test
  void aPortWithoutABoardSaysSo() {
    SerialLine nobody =
        new SerialLine() {
          @Override
          public byte[] read(int timeoutMs) {
            return new byte[0];
          }

          @Override
          public void write(byte[] bytes) {}

          @Override
          public void close() {}
        };
    GrblPlotter plotter =
        new GrblPlotter(GrblBench.STRAIGHT, GrblBench.MOTION, () -> nobody, why -> {});
    assertThatThrownBy(plotter::unlock)
        .hasMessage(
            "no GRBL answers at /dev/ttyUSB0 with 115200 baud; is it the board's port, and has it power?");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          error:22                                  | error 22 (no feed rate); it was damaged on its way
          error:9                                   | error 9 (it is locked by an alarm)
          error:79                                  | error 79 (see the board's manual)
          """)
  void whatALineIsRefusedForIsSaidInWords(String reply, String words) {
    assertThat(GrblReply.parse(reply)).isInstanceOf(GrblReply.Refused.class);
    int number = ((GrblReply.Refused) GrblReply.parse(reply)).number();
    assertThat(GrblCodes.error(number)).startsWith(words);
  }

  @Test
  void reportsOfAllKindsAreUnderstood() {
    assertThat(GrblStatus.parse("<Hold:1|MPos:1.000,-2.500,0.000|Bf:15,128|FS:0,0>"))
        .contains(new GrblStatus(GrblStatus.State.HOLD, false, List.of(1.0, -2.5, 0.0)));
    assertThat(GrblStatus.parse("<Idle|WPos:1.000,2.000|FS:0,0|WCO:0,0,0>"))
        .contains(new GrblStatus(GrblStatus.State.IDLE, false, List.of(1.0, 2.0)));
    for (String broken : List.of("<Idle>", "<Idle|MPos:1.0", "<Idle|MPos:x,y>", "<Idl|MPos:1,2>")) {
      assertThat(GrblStatus.parse(broken)).isEmpty();
    }
    assertThat(GrblReply.parse("Grbl 1.1h ['$' for help]")).isEqualTo(new GrblReply.Welcome());
    assertThat(GrblReply.parse("GrblHAL 1.1f ['$' or '$HELP' for help]"))
        .isEqualTo(new GrblReply.Welcome());
    assertThat(GrblReply.parse("[MSG:Caution: Unlocked]")).isEqualTo(new GrblReply.Other());
    assertThat(GrblReply.parse("$100=80.000 (x, step/mm)"))
        .isEqualTo(new GrblReply.Setting(100, 80));
  }

  @ParameterizedTest(name = "${0}={1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          13  | 1      | the board reports inches; set $13=0
          20  | 1      | the board has soft limits, which need homing; set $20=0
          32  | 1      | the board is in laser mode; set $32=0
          100 | 0      | the board's $100 is 0.0; set it to the motor's steps
          101 | 3200.0 | the board's $101 is 3200.0; set it to the motor's steps
          """)
  void aBoardThatCannotDrawSaysWhatToSet(int setting, String value, String why) {
    GrblBench bench = new GrblBench(GrblBench.STRAIGHT);
    bench.board.settings.put(setting, value);
    StepPlan plan = bench.line(new SplittableRandom(16), 3);
    assertThatThrownBy(() -> bench.machine.draw(plan))
        .isInstanceOf(NotBegunException.class)
        .hasMessageContaining(why);
    assertThat(bench.machine.isPositionCertain()).isTrue();
  }
}
