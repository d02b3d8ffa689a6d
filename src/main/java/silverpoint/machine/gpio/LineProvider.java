package silverpoint.machine.gpio;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.List;

/**
 * A Pi4J provider of digital outputs over lines that are requested together. Pi4J's own FFM
 * provider requests every line by itself and drives an initially high one low first, which would
 * switch motor drivers on for an instant.
 */
final class LineProvider extends DigitalOutputProviderBase {
  public static final String ID = "silverpoint-lines";

  private final List<Integer> pins;
  private final OutputLines lines;

  /**
   * @param pins BCM numbers of the lines, in their order
   */
  public LineProvider(List<Integer> pins, OutputLines lines) {
    super(ID, "Silverpoint lines of the GPIO character device");
    this.pins = List.copyOf(pins);
    this.lines = lines;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    int line = pins.indexOf(config.bcm());
    if (line < 0) {
      throw new GpioException("GPIO " + config.bcm() + " is none of the machine's lines " + pins);
    }
    Output output = new Output(this, config, lines, 1 << line);
    context.registry().add(output);
    return output;
  }

  private static final class Output extends DigitalOutputBase {
    private final OutputLines lines;
    private final int mask;

    Output(
        DigitalOutputProvider provider, DigitalOutputConfig config, OutputLines lines, int mask) {
      super(provider, config);
      this.lines = lines;
      this.mask = mask;
    }

    @Override
    public DigitalOutput state(DigitalState state) {
      lines.write(state.isHigh() ? mask : 0, mask);
      return super.state(state);
    }
  }
}
