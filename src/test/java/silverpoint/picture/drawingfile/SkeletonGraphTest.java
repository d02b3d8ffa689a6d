package silverpoint.picture.drawingfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import silverpoint.foundation.image.TextMask;

class SkeletonGraphTest {
  @Test
  void aLineIsOneBranch() {
    SkeletonGraph graph =
        SkeletonGraph.of(
            TextMask.of(
                """
                ........
                .###....
                ....###.
                ........
                """));
    assertThat(graph.branches()).hasSize(1);
    assertThat(graph.branches().getFirst().pointsPx).hasSize(6);
  }

  @Test
  void aCrossIsFourBranchesAtOneNode() {
    SkeletonGraph graph =
        SkeletonGraph.of(
            TextMask.of(
                """
                ...#...
                ...#...
                ...#...
                #######
                ...#...
                ...#...
                ...#...
                """));
    assertThat(graph.branches()).hasSize(4);
    assertThat(graph.degrees()).containsExactlyInAnyOrder(1, 1, 1, 1, 4);
  }

  @Test
  void aRingIsOneClosedBranch() {
    SkeletonGraph graph =
        SkeletonGraph.of(
            TextMask.of(
                """
                ..###..
                .#...#.
                .#...#.
                ..###..
                """));
    assertThat(graph.branches()).hasSize(1);
    SkeletonGraph.Branch ring = graph.branches().getFirst();
    assertThat(ring.from).isEqualTo(ring.to);
    assertThat(ring.pointsPx.getFirst()).isEqualTo(ring.pointsPx.getLast());
  }

  @Test
  void aLonePixelIsNothing() {
    assertThat(SkeletonGraph.of(TextMask.of("...\n.#.\n...\n")).branches()).isEmpty();
  }

  @Test
  void pruningTakesTheStubAndJoinsTheLine() {
    SkeletonGraph graph =
        SkeletonGraph.of(
                TextMask.of(
                    """
                    ....................
                    .........#..........
                    .........#..........
                    ####################
                    ....................
                    """))
            .pruned(5);
    assertThat(graph.branches()).hasSize(1);
    assertThat(graph.branches().getFirst().lengthPx()).isBetween(18.9, 20.5);
  }
}
