package silverpoint.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.List;
import org.junit.jupiter.api.Test;

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
