package silverpoint.machine.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.MotorPlotter;
import silverpoint.machine.plotter.RunOutcome;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.SimulatedDriver;

/** Our Pi4J provider, and plain Pi4J outputs as lines. */
class Pi4jTest {
  private final RecordedLines recorded = new RecordedLines();
  private final Context context =
      Pi4J.newContextBuilder()
          .noAutoDetect()
          .disableShutdownHook()
          .add(new LineProvider(List.of(17, 27, 24), recorded))
          .build();

  @Test
  void anOutputWritesItsLineAlone() {
    DigitalOutput enable = output(24, DigitalState.HIGH);
    assertThat(recorded.writes).containsExactly("100/100");
    enable.low();
    enable.high();
    context.shutdown();
    assertThat(recorded.writes).containsExactly("100/100", "0/100", "100/100", "100/100");
  }

  @Test
  void otherPinsAreRefused() {
    assertThatThrownBy(() -> output(5, DigitalState.LOW))
        .hasStackTraceContaining("GPIO 5 is none of the machine's lines [17, 27, 24]");
  }

  @Test
  void plainOutputsAreLinesToo() {
    OutputLines lines = new DigitalOutputLines(context, LineProvider.ID, List.of(24, 17), 0b01);
    assertThat(recorded.writes).containsExactly("100/100", "0/1");
    recorded.writes.clear();
    lines.write(0b10, 0b11);
    assertThat(recorded.writes).containsExactly("0/100", "1/1");
    recorded.writes.clear();
    lines.write(0b00, 0b10);
    assertThat(recorded.writes).containsExactly("0/1");
    recorded.writes.clear();
    lines.close();
    assertThat(recorded.writes).containsExactlyInAnyOrder("100/100", "0/1");
  }

  @Test
  void aGroupIsWrittenAtOnceAndEndsSafely() {
    OutputLines group = LineGroup.of(List.of(17, 27, 24), recorded, 0b100);
    recorded.writes.clear();
    group.write(0b011, 0b111);
    assertThat(recorded.writes).containsExactly("11/111");
    recorded.writes.clear();
    group.close();
    assertThat(recorded.writes.subList(0, 3)).containsExactlyInAnyOrder("100/100", "0/10", "0/1");
    assertThat(recorded.writes.getLast()).isEqualTo("closed");
  }

  /**
   * Any other Pi4J provider would do: the motors make every step of a plan through plain outputs.
   */
  @Test
  void plainOutputsTurnTheMotors() {
    MachineProfile machine = Lines.machine("pocket");
    MotionPlan plan =
        new MotionPlanner(machine.motion(), machine.page().drawableMm())
            .plan(Lines.portrait(2, machine.page().drawableMm(), machine.home().pointMm(), 15));
    StepPlan steps = new StepGenerator(machine.motion()).generate(plan);
    int[] turned = new int[2];
    VirtualClock clock = new VirtualClock();
    SimulatedDriver driver =
        SimulatedDriver.of(
            machine.driver(),
            (x, y, timeNs) -> {
              turned[0] += x;
              turned[1] += y;
            });
    OutputLines toDriver =
        new OutputLines() {
          @Override
          public void write(int bits, int mask) {
            driver.write(clock.nowNs(), bits, mask);
          }

          @Override
          public void close() {}
        };
    List<Integer> pins = machine.driver().pins();
    Context plain =
        Pi4J.newContextBuilder()
            .noAutoDetect()
            .disableShutdownHook()
            .add(new LineProvider(pins, toDriver))
            .build();
    OutputLines outputs =
        new DigitalOutputLines(plain, LineProvider.ID, pins, machine.driver().releasedBits());
    MotorPlotter motors =
        new MotorPlotter(machine.driver(), machine.motion(), outputs::write, clock);
    assertThat(motors.draw(steps)).isEqualTo(RunOutcome.FINISHED);
    assertThat(turned[0]).isEqualTo(steps.xAfter(steps.size()) - steps.xAfter(0));
    assertThat(turned[1]).isEqualTo(steps.yAfter(steps.size()) - steps.yAfter(0));
    assertThat(driver.energised()).isTrue();
    outputs.close();
    assertThat(driver.energised()).isFalse();
  }

  private DigitalOutput output(int pin, DigitalState safe) {
    return context.create(
        DigitalOutput.newConfigBuilder(context)
            .id("line-" + pin)
            .bcm(pin)
            .initial(safe)
            .shutdown(safe)
            .provider(LineProvider.ID)
            .build());
  }
}
