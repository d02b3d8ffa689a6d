package silverpoint.foundation.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffineTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void thenAppliesInOrderAndInverseUndoes(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Affine first = random(random);
    Affine second = random(random);
    Point point = new Point(random.nextDouble(-9, 9), random.nextDouble(-9, 9));
    Point there = first.then(second).apply(point);
    assertThat(there.distanceTo(second.apply(first.apply(point)))).isLessThan(1e-9);
    assertThat(first.then(second).inverse().apply(there).distanceTo(point)).isLessThan(1e-6);
  }

  @Test
  void rotationTurnsXTowardsY() {
    Point turned = Affine.rotation(Math.PI / 2).apply(new Point(1, 0));
    assertThat(turned.distanceTo(new Point(0, 1))).isLessThan(1e-12);
  }

  @Test
  void aFlatMapHasNoInverse() {
    assertThatThrownBy(() -> new Affine(1, 2, 2, 4, 0, 0).inverse())
        .isInstanceOf(IllegalStateException.class);
  }

  private static Affine random(SplittableRandom random) {
    return Affine.rotation(random.nextDouble(6))
        .then(Affine.scaling(random.nextDouble(0.5, 3)))
        .then(Affine.translation(random.nextDouble(-5, 5), random.nextDouble(-5, 5)));
  }
}
