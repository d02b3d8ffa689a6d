package silverpoint.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.route.StrokeNetwork.Segment;

/**
 * The network with its nodes of degree 2 contracted: vertices where the line has a choice, or must
 * turn back, and the chains between them. Vertices keep their node numbers. With the spanning
 * connectors among the chains the graph is connected.
 */
record ChainGraph(StrokeNetwork network, List<Chain> chains) {
  ChainGraph {
    chains = List.copyOf(chains);
  }

  /** The ink of {@code network} and the connectors between its nodes. */
  static ChainGraph of(StrokeNetwork network, List<Chain> spanning) {
    boolean[] vertex = new boolean[network.nodeCount()];
    int[] degrees = network.degrees();
    for (int node = 0; node < vertex.length; node++) {
      vertex[node] = degrees[node] != 2;
    }
    bordersOfDarkness(network).stream().forEach(node -> vertex[node] = true);
    vertex[network.home()] = true;
    for (Chain connector : spanning) {
      vertex[connector.from()] = true;
      vertex[connector.to()] = true;
    }
    List<Chain> chains = new ArrayList<>(contract(network, vertex));
    chains.addAll(spanning);
    return new ChainGraph(network, chains);
  }

  /** Number of chain ends at every vertex, 0 for nodes that are none. */
  int[] degrees() {
    int[] degrees = new int[network.nodeCount()];
    for (Chain chain : chains) {
      degrees[chain.from()]++;
      degrees[chain.to()]++;
    }
    return degrees;
  }

  /** Nodes that both dark and light ink come to. */
  private static BitSet bordersOfDarkness(StrokeNetwork network) {
    BitSet dark = new BitSet();
    BitSet light = new BitSet();
    for (int s = 0; s < network.segments().size(); s++) {
      BitSet nodes = network.isDark(s) ? dark : light;
      nodes.set(network.segments().get(s).from());
      nodes.set(network.segments().get(s).to());
    }
    dark.and(light);
    return dark;
  }

  private static List<Chain> contract(StrokeNetwork network, boolean[] vertex) {
    List<Segment> segments = network.segments();
    List<List<Integer>> incident =
        new ArrayList<>(Collections.nCopies(network.nodeCount(), List.<Integer>of()));
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      for (int node : List.of(segment.from(), segment.to())) {
        List<Integer> more = new ArrayList<>(incident.get(node));
        more.add(s);
        incident.set(node, more);
      }
    }
    boolean[] used = new boolean[segments.size()];
    List<Chain> chains = new ArrayList<>();
    for (int start = 0; start < vertex.length; start++) {
      if (!vertex[start]) {
        continue;
      }
      for (int first : incident.get(start)) {
        if (used[first]) {
          continue;
        }
        List<Point> path = new ArrayList<>(List.of(network.pointMm(start)));
        int node = start;
        int s = first;
        Chain.Kind kind = network.isDark(first) ? Chain.Kind.DARK_INK : Chain.Kind.INK;
        while (true) {
          used[s] = true;
          Segment segment = segments.get(s);
          node = node == segment.from() ? segment.to() : segment.from();
          path.add(network.pointMm(node));
          if (vertex[node]) {
            break;
          }
          List<Integer> pair = incident.get(node);
          s = pair.getFirst() == s ? pair.getLast() : pair.getFirst();
        }
        chains.add(new Chain(start, node, new Polyline(path), kind));
      }
    }
    return chains;
  }
}
