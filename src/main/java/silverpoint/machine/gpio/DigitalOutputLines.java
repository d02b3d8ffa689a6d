package silverpoint.machine.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines as plain Pi4J digital outputs, of whatever provider: written one after the other, in the
 * order of their bits.
 */
final class DigitalOutputLines implements OutputLines {
  private final DigitalOutput[] outputs;
  private final Context context;

  /**
   * @param context is shut down when the lines are closed, which drives them to their safe levels
   * @param provider id of one of the context's providers
   * @param pins BCM numbers
   * @param safeBits levels at first and at the end
   */
  public DigitalOutputLines(Context context, String provider, List<Integer> pins, int safeBits) {
    this.context = context;
    outputs =
        IntStream.range(0, pins.size())
            .mapToObj(i -> output(context, provider, pins.get(i), level(safeBits, i)))
            .toArray(DigitalOutput[]::new);
  }

  private static DigitalOutput output(
      Context context, String provider, int pin, DigitalState safe) {
    return context.create(
        DigitalOutput.newConfigBuilder(context)
            .id("line-" + pin)
            .bcm(pin)
            .initial(safe)
            .shutdown(safe)
            .provider(provider)
            .build());
  }

  private static DigitalState level(int bits, int line) {
    return (bits >> line & 1) == 0 ? DigitalState.LOW : DigitalState.HIGH;
  }

  @Override
  public void write(int bits, int mask) {
    for (int i = 0; i < outputs.length; i++) {
      if ((mask >> i & 1) != 0) {
        outputs[i].state(level(bits, i));
      }
    }
  }

  @Override
  public void close() {
    context.shutdown();
  }
}
