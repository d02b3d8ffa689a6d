package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyModelTest {
  @Test
  void onceClosedItIsNotLoadedAgain() {
    AtomicInteger loads = new AtomicInteger();
    LazyModel model =
        new LazyModel(() -> {
          loads.incrementAndGet();
          throw new ModelException("cannot be had");
        });
    assertThatThrownBy(model::card).hasMessage("cannot be had");
    model.close();

    assertThatThrownBy(model::card)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("closed");
    assertThat(loads).hasValue(1);
  }
}
