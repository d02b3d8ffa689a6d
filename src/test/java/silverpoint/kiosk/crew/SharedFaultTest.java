package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;

class SharedFaultTest {
  @Test
  void isOverWhenTheLastPartIsRidOfIt() {
    List<BoothEvent> told = new ArrayList<>();
    SharedFault fault = new SharedFault(FaultKind.MODEL, told::add);
    Consumer<BoothEvent> watch = fault.of("watch");
    Consumer<BoothEvent> sketcher = fault.of("sketcher");
    watch.accept(new BoothEvent.Failing(FaultKind.MODEL, "blind"));
    sketcher.accept(new BoothEvent.Failing(FaultKind.MODEL, "missing"));
    sketcher.accept(new BoothEvent.Healed(FaultKind.MODEL));
    assertThat(told).noneMatch(BoothEvent.Healed.class::isInstance);
    sketcher.accept(new BoothEvent.Failing(FaultKind.CAMERA, "another kind"));
    sketcher.accept(new BoothEvent.Healed(FaultKind.CAMERA));
    watch.accept(new BoothEvent.Healed(FaultKind.MODEL));
    assertThat(told)
        .endsWith(new BoothEvent.Healed(FaultKind.CAMERA), new BoothEvent.Healed(FaultKind.MODEL));
  }
}
