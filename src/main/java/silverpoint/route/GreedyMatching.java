package silverpoint.route;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.MatchingAlgorithm;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.graph.AsSubgraph;

/**
 * A nearly cheapest perfect matching in a bounded number of steps: the cheapest edges first, what
 * they leave over by augmenting paths (Edmonds 1965) over more and more of them, then exchanges of
 * two or three edges for cheaper ones, a few times over all edges.
 */
record GreedyMatching<E>(Graph<Integer, E> graph) implements MatchingAlgorithm<Integer, E> {
  private static final int ROUNDS = 8;

  @Override
  public Matching<Integer, E> getMatching() {
    List<E> cheapestFirst =
        graph.edgeSet().stream().sorted(Comparator.comparingDouble(graph::getEdgeWeight)).toList();
    int vertices = graph.vertexSet().size();
    Matching<Integer, E> whole =
        greedy(cheapestFirst.subList(0, Math.min(vertices, cheapestFirst.size())));
    for (int edges = vertices;
        !whole.isPerfect() && edges <= 2 * cheapestFirst.size();
        edges *= 2) {
      Matching<Integer, E> soFar = whole;
      whole =
          new SparseEdmondsMaximumCardinalityMatching<>(cheapest(cheapestFirst, edges), () -> soFar)
              .getMatching();
    }
    Map<Integer, E> edgeAt = new LinkedHashMap<>();
    whole.getEdges().forEach(edge -> put(edgeAt, edge));
    boolean changed = true;
    for (int round = 0; changed && round < ROUNDS; round++) {
      changed = false;
      for (E edge : cheapestFirst) {
        changed |= exchange(edgeAt, edge);
      }
    }
    return matching(new LinkedHashSet<>(edgeAt.values()));
  }

  private Graph<Integer, E> cheapest(List<E> cheapestFirst, int edges) {
    int count = Math.min(edges, cheapestFirst.size());
    return new AsSubgraph<>(
        graph, graph.vertexSet(), new LinkedHashSet<>(cheapestFirst.subList(0, count)));
  }

  private Matching<Integer, E> greedy(List<E> cheapestFirst) {
    Map<Integer, E> edgeAt = new LinkedHashMap<>();
    for (E edge : cheapestFirst) {
      boolean free = !edgeAt.containsKey(graph.getEdgeSource(edge));
      if (free && !edgeAt.containsKey(graph.getEdgeTarget(edge))) {
        put(edgeAt, edge);
      }
    }
    return matching(new LinkedHashSet<>(edgeAt.values()));
  }

  /**
   * Takes an edge, and for the vertices that it leaves alone the edge between them, or two edges to
   * both ends of a third that is given up, where that is cheaper.
   */
  private boolean exchange(Map<Integer, E> edgeAt, E edge) {
    int a = graph.getEdgeSource(edge);
    int b = graph.getEdgeTarget(edge);
    E atA = Objects.requireNonNull(edgeAt.get(a));
    E atB = Objects.requireNonNull(edgeAt.get(b));
    if (atA.equals(edge)) {
      return false;
    }
    int c = opposite(atA, a);
    int d = opposite(atB, b);
    double given = weight(atA) + weight(atB) - weight(edge);
    double gain = 0;
    List<E> taken = List.of();
    E rest = graph.getEdge(c, d);
    if (rest != null && given > weight(rest)) {
      gain = given - weight(rest);
      taken = List.of(edge, rest);
    }
    for (E toC : graph.edgesOf(c)) {
      int e = opposite(toC, c);
      E third = Objects.requireNonNull(edgeAt.get(e));
      E toD = graph.getEdge(d, opposite(third, e));
      boolean apart = !third.equals(atA) && !third.equals(atB);
      if (apart && toD != null && given + weight(third) - weight(toC) - weight(toD) > gain) {
        gain = given + weight(third) - weight(toC) - weight(toD);
        taken = List.of(edge, toC, toD);
      }
    }
    taken.forEach(next -> put(edgeAt, next));
    return !taken.isEmpty();
  }

  private int opposite(E edge, int vertex) {
    int source = graph.getEdgeSource(edge);
    return source == vertex ? graph.getEdgeTarget(edge) : source;
  }

  private void put(Map<Integer, E> edgeAt, E edge) {
    edgeAt.put(graph.getEdgeSource(edge), edge);
    edgeAt.put(graph.getEdgeTarget(edge), edge);
  }

  private double weight(E edge) {
    return graph.getEdgeWeight(edge);
  }

  private Matching<Integer, E> matching(Set<E> edges) {
    double weight = edges.stream().mapToDouble(this::weight).sum();
    return new MatchingImpl<>(graph, edges, weight);
  }
}
