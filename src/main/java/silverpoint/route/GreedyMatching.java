package silverpoint.route;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.MatchingAlgorithm;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/**
 * A nearly cheapest perfect matching in a bounded number of steps: the cheapest edges first, what
 * they leave over by augmenting paths (Edmonds 1965) over more and more of them, then exchanges of
 * two or three edges for cheaper ones, a few times over all edges.
 *
 * @param graph of vertices that are numbered from 0 on
 */
record GreedyMatching<E>(Graph<Integer, E> graph) implements MatchingAlgorithm<Integer, E> {
  private static final int ROUNDS = 8;

  /** So many of the cheapest edges of a vertex may come into its exchanges. */
  private static final int NEAR = 16;

  private static final int NONE = -1;

  @Override
  public Matching<Integer, E> getMatching() {
    List<E> cheapestFirst =
        graph.edgeSet().stream().sorted(Comparator.comparingDouble(graph::getEdgeWeight)).toList();
    int vertices = graph.vertexSet().size();
    Matching<Integer, E> whole =
        matching(greedy(cheapestFirst.subList(0, Math.min(vertices, cheapestFirst.size()))));
    for (int edges = vertices;
        !whole.isPerfect() && edges <= 2 * cheapestFirst.size();
        edges *= 2) {
      Matching<Integer, E> soFar = whole;
      whole =
          new SparseEdmondsMaximumCardinalityMatching<>(cheapest(cheapestFirst, edges), () -> soFar)
              .getMatching();
    }
    return matching(new Exchanges<>(graph, cheapestFirst, whole.getEdges()).cheaper());
  }

  private Graph<Integer, E> cheapest(List<E> cheapestFirst, int edges) {
    int count = Math.min(edges, cheapestFirst.size());
    Graph<Integer, E> cheapest = GraphTypeBuilder.<Integer, E>undirected().buildGraph();
    graph.vertexSet().forEach(cheapest::addVertex);
    for (E edge : cheapestFirst.subList(0, count)) {
      cheapest.addEdge(graph.getEdgeSource(edge), graph.getEdgeTarget(edge), edge);
    }
    return cheapest;
  }

  private Set<E> greedy(List<E> cheapestFirst) {
    boolean[] taken = new boolean[graph.vertexSet().size()];
    Set<E> edges = new LinkedHashSet<>();
    for (E edge : cheapestFirst) {
      int a = graph.getEdgeSource(edge);
      int b = graph.getEdgeTarget(edge);
      if (!taken[a] && !taken[b]) {
        taken[a] = true;
        taken[b] = true;
        edges.add(edge);
      }
    }
    return edges;
  }

  private Matching<Integer, E> matching(Set<E> edges) {
    double weight = edges.stream().mapToDouble(graph::getEdgeWeight).sum();
    return new MatchingImpl<>(graph, edges, weight);
  }

  /** A perfect matching that is made cheaper, on the numbers of the edges. */
  private static final class Exchanges<E> {
    private final List<E> edges;
    private final int[] from;
    private final int[] to;
    private final double[] weights;

    /** The edges of every vertex, the cheapest first. */
    private final int[][] incident;

    /** The edge that a vertex is matched by. */
    private final int[] matched;

    /** The edges from one vertex to its neighbours, of those that carry its mark. */
    private final int[] edgeTo;

    private final int[] marks;
    private int mark;

    Exchanges(Graph<Integer, E> graph, List<E> edges, Set<E> matching) {
      this.edges = edges;
      int vertices = graph.vertexSet().size();
      from = edges.stream().mapToInt(graph::getEdgeSource).toArray();
      to = edges.stream().mapToInt(graph::getEdgeTarget).toArray();
      weights = edges.stream().mapToDouble(graph::getEdgeWeight).toArray();
      int[] degrees = new int[vertices];
      for (int edge = 0; edge < from.length; edge++) {
        degrees[from[edge]]++;
        degrees[to[edge]]++;
      }
      incident = new int[vertices][];
      Arrays.setAll(incident, v -> new int[degrees[v]]);
      matched = new int[vertices];
      edgeTo = new int[vertices];
      marks = new int[vertices];
      for (int edge = from.length - 1; edge >= 0; edge--) {
        incident[from[edge]][--degrees[from[edge]]] = edge;
        incident[to[edge]][--degrees[to[edge]]] = edge;
        if (matching.contains(edges.get(edge))) {
          match(edge);
        }
      }
    }

    /** The matching after some rounds. */
    Set<E> cheaper() {
      boolean changed = true;
      for (int round = 0; changed && round < ROUNDS; round++) {
        changed = false;
        for (int edge = 0; edge < from.length; edge++) {
          changed |= exchange(edge);
        }
      }
      Set<E> matching = new LinkedHashSet<>();
      for (int edge : matched) {
        matching.add(edges.get(edge));
      }
      return matching;
    }

    /**
     * Takes an edge, and for the vertices that it leaves alone the edge between them, or two edges
     * to both ends of a third that is given up, where that is cheaper.
     */
    private boolean exchange(int edge) {
      int a = from[edge];
      int b = to[edge];
      int atA = matched[a];
      int atB = matched[b];
      if (atA == edge) {
        return false;
      }
      int c = other(atA, a);
      int d = other(atB, b);
      double given = weights[atA] + weights[atB] - weights[edge];
      if (given <= 0) {
        // what gains all the same is seen from another of its edges
        return false;
      }
      mark(d);
      double gain = 0;
      List<Integer> taken = List.of();
      int rest = edgeTo(c);
      if (rest != NONE && given > weights[rest]) {
        gain = given - weights[rest];
        taken = List.of(edge, rest);
      }
      for (int i = 0; i < Math.min(NEAR, incident[c].length); i++) {
        int toC = incident[c][i];
        int e = other(toC, c);
        int third = matched[e];
        int toD = edgeTo(other(third, e));
        if (third == atA || third == atB || toD == NONE) {
          continue;
        }
        double all = given + weights[third] - weights[toC] - weights[toD];
        if (all > gain) {
          gain = all;
          taken = List.of(edge, toC, toD);
        }
      }
      taken.forEach(this::match);
      return !taken.isEmpty();
    }

    private void mark(int vertex) {
      mark++;
      for (int i = 0; i < Math.min(NEAR, incident[vertex].length); i++) {
        int edge = incident[vertex][i];
        int neighbour = other(edge, vertex);
        marks[neighbour] = mark;
        edgeTo[neighbour] = edge;
      }
    }

    /** The edge from the marked vertex to another. */
    private int edgeTo(int vertex) {
      return marks[vertex] == mark ? edgeTo[vertex] : NONE;
    }

    private int other(int edge, int vertex) {
      return from[edge] == vertex ? to[edge] : from[edge];
    }

    private void match(int edge) {
      matched[from[edge]] = edge;
      matched[to[edge]] = edge;
    }
  }
}
