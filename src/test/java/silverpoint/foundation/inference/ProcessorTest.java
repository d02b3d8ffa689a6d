package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processors that would end the program by a signal are refused before. */
class ProcessorTest {
  private static final String A76 =
      "processor\t: 0\nFeatures\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp\n";
  private static final String A72 = "processor\t: 0\nFeatures\t: fp asimd evtstrm crc32 cpuid\n";

  @TempDir private Path root;

  private void write(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private Processor arm(String cpuinfo) throws IOException {
    write("proc/cpuinfo", cpuinfo.getBytes());
    return new Processor(root, "aarch64");
  }

  @Test
  void aRaspberryPi5RunsModels() throws IOException {
    assertThat(arm(A76).hindrance()).isEmpty();
  }

  @Test
  void aRaspberryPi4IsRefusedInOneLine() throws IOException {
    write("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.5\0".getBytes());
    assertThatThrownBy(arm(A72)::require)
        .isInstanceOf(ProcessorException.class)
        .hasMessage(
            "libtorch cannot run on this processor (Raspberry Pi 4 Model B Rev 1.5): it lacks the"
                + " atomic instructions of ARMv8.1; use a Raspberry Pi 5 or a laptop; a Raspberry Pi"
                + " 4 is too old");
  }

  @Test
  void oneCoreWithoutAtomicsIsEnough() throws IOException {
    assertThat(arm(A76 + A72).hindrance()).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0x87ff, false", "0x8ff, true"})
  void underAnEmulatorTheKernelsOwnWordCounts(String capabilities, boolean refused)
      throws IOException {
    ByteBuffer vector = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    vector.putLong(6).putLong(4096).putLong(16).putLong(Long.decode(capabilities));
    write("proc/self/auxv", vector.array());
    assertThat(arm("flags\t: fpu sse2\n").hindrance().isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"arm", "riscv64", "x86"})
  void processorsWithoutALibtorchAreRefused(String architecture) {
    assertThat(new Processor(root, architecture).hindrance().orElseThrow().why())
        .contains(architecture);
  }

  @Test
  void whatNobodyTellsIsNoHindrance() {
    assertThat(new Processor(root, "aarch64").hindrance()).isEmpty();
    assertThat(new Processor(root, "amd64").hindrance()).isEmpty();
    assertThatCode(Processor.ofThisComputer()::require).doesNotThrowAnyException();
  }
}
