package silverpoint.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedPartsTest {
  @Test
  void theLastIsClosedFirstAndNoneKeepsAnotherOpen() {
    List<String> closed = new ArrayList<>();
    OpenedParts parts = new OpenedParts();
    parts.add(() -> closed.add("machine"));
    parts.add(() -> {
      throw new IllegalStateException("planted");
    });
    parts.add(() -> {
      throw new OutOfMemoryError("planted");
    });
    parts.add(() -> closed.add("booth"));
    parts.close();
    parts.close();
    assertThat(closed).containsExactly("booth", "machine");
  }
}
