package silverpoint.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A serial port, at a pseudo-terminal of the kernel. */
class SerialPortTest {
  @Test
  void carriesEveryByteAsItIs() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (PseudoTerminal board = new PseudoTerminal();
        SerialPort port = SerialPort.open(board.device(), 115_200)) {
      port.write(all);
      ByteArrayOutputStream came = new ByteArrayOutputStream();
      while (came.size() < all.length) {
        came.writeBytes(board.read(1000));
      }
      assertThat(came.toByteArray()).isEqualTo(all);
      board.write(all);
      ByteArrayOutputStream back = new ByteArrayOutputStream();
      while (back.size() < all.length) {
        back.writeBytes(port.read(1000));
      }
      assertThat(back.toByteArray()).isEqualTo(all);
      assertThat(port.read(1)).isEmpty();
    }
  }

  @Test
  void aPlugThatIsPulledIsNoticed() {
    PseudoTerminal board = new PseudoTerminal();
    try (SerialPort port = SerialPort.open(board.device(), 115_200)) {
      board.close();
      assertThatThrownBy(() -> port.read(1000))
          .isInstanceOf(SerialException.class)
          .hasMessageContaining("unplugged");
      assertThatThrownBy(() -> port.write("G1".getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(SerialException.class);
    }
  }

  @Test
  void whatIsNoSerialPortIsSaid() {
    assertThatThrownBy(() -> SerialPort.open("/dev/ttyUSB99", 115_200))
        .hasMessage("/dev/ttyUSB99: there is no such device; plug the board in");
    assertThatThrownBy(() -> SerialPort.open("/dev/null", 115_200))
        .hasMessageContaining("/dev/null is no serial port");
  }

  @Test
  void aClosedPortIsClosed() {
    try (PseudoTerminal board = new PseudoTerminal()) {
      SerialPort port = SerialPort.open(board.device(), 115_200);
      port.close();
      port.close();
      assertThatThrownBy(() -> port.read(1)).hasMessageContaining("is closed");
    }
  }
}
