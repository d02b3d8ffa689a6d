package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.Mask;

/** Walks a skeleton from node to node; see {@link SkeletonGraph} for the rules. */
final class SkeletonTracer {
  private static final int[] DX = {1, 0, -1, 0, 1, -1, -1, 1};
  private static final int[] DY = {0, 1, 0, -1, 1, 1, -1, -1};
  private static final int NO_NODE = -1;

  private final Mask skeleton;
  private final int width;
  private final int[] nodeOfPixel;
  private final boolean[] walked;
  private final List<Point> nodePoints = new ArrayList<>();
  private final List<SkeletonGraph.Branch> branches = new ArrayList<>();

  SkeletonTracer(Mask skeleton) {
    this.skeleton = skeleton;
    width = skeleton.width();
    nodeOfPixel = new int[width * skeleton.height()];
    walked = new boolean[nodeOfPixel.length];
    Arrays.fill(nodeOfPixel, NO_NODE);
    findNodes();
    for (int pixel = 0; pixel < nodeOfPixel.length; pixel++) {
      if (nodeOfPixel[pixel] != NO_NODE) {
        walkFrom(pixel);
      }
    }
    for (int pixel = 0; pixel < nodeOfPixel.length; pixel++) {
      if (isSet(pixel) && !walked[pixel] && nodeOfPixel[pixel] == NO_NODE) {
        walkLoop(pixel);
      }
    }
  }

  List<SkeletonGraph.Branch> branches() {
    return branches;
  }

  int nodes() {
    return nodePoints.size();
  }

  private void findNodes() {
    for (int pixel = 0; pixel < nodeOfPixel.length; pixel++) {
      if (!isSet(pixel) || nodeOfPixel[pixel] != NO_NODE) {
        continue;
      }
      int degree = links(pixel).size();
      if (degree == 0) {
        walked[pixel] = true;
      } else if (degree == 1) {
        nodeOfPixel[pixel] = nodePoints.size();
        nodePoints.add(centre(pixel));
      } else if (degree > 2) {
        addJunction(pixel);
      }
    }
  }

  /** All linked pixels of three links or more are one junction. */
  private void addJunction(int first) {
    int node = nodePoints.size();
    List<Integer> cluster = new ArrayList<>(List.of(first));
    nodeOfPixel[first] = node;
    for (int i = 0; i < cluster.size(); i++) {
      for (int next : links(cluster.get(i))) {
        if (nodeOfPixel[next] == NO_NODE && links(next).size() > 2) {
          nodeOfPixel[next] = node;
          cluster.add(next);
        }
      }
    }
    Point sum = new Point(0, 0);
    for (int pixel : cluster) {
      sum = sum.plus(centre(pixel));
    }
    nodePoints.add(sum.times(1.0 / cluster.size()));
  }

  private void walkFrom(int nodePixel) {
    int node = nodeOfPixel[nodePixel];
    for (int first : links(nodePixel)) {
      if (nodeOfPixel[first] != NO_NODE) {
        // two different nodes side by side: the branch has no pixels of its own
        if (nodeOfPixel[first] > node) {
          branches.add(branch(node, List.of(), nodeOfPixel[first]));
        }
      } else if (!walked[first]) {
        List<Point> points = new ArrayList<>();
        int before = nodePixel;
        int at = first;
        while (nodeOfPixel[at] == NO_NODE) {
          walked[at] = true;
          points.add(centre(at));
          int next = onward(at, before);
          before = at;
          at = next;
        }
        branches.add(branch(node, points, nodeOfPixel[at]));
      }
    }
  }

  private void walkLoop(int start) {
    int node = nodePoints.size();
    nodePoints.add(centre(start));
    List<Point> points = new ArrayList<>();
    walked[start] = true;
    int before = start;
    int at = links(start).getFirst();
    while (at != start) {
      walked[at] = true;
      points.add(centre(at));
      int next = onward(at, before);
      before = at;
      at = next;
    }
    branches.add(branch(node, points, node));
  }

  private SkeletonGraph.Branch branch(int from, List<Point> inner, int to) {
    List<Point> points = new ArrayList<>(inner.size() + 2);
    points.add(nodePoints.get(from));
    points.addAll(inner);
    points.add(nodePoints.get(to));
    return new SkeletonGraph.Branch(points, from, to);
  }

  /** The other link of a pixel that has two. */
  private int onward(int pixel, int before) {
    List<Integer> links = links(pixel);
    return links.get(0) == before ? links.get(1) : links.get(0);
  }

  private List<Integer> links(int pixel) {
    int x = pixel % width;
    int y = pixel / width;
    List<Integer> links = new ArrayList<>(8);
    for (int k = 0; k < DX.length; k++) {
      int nx = x + DX[k];
      int ny = y + DY[k];
      boolean diagonal = DX[k] != 0 && DY[k] != 0;
      if (skeleton.at(nx, ny) && !(diagonal && (skeleton.at(nx, y) || skeleton.at(x, ny)))) {
        links.add(ny * width + nx);
      }
    }
    return links;
  }

  private boolean isSet(int pixel) {
    return skeleton.at(pixel % width, pixel / width);
  }

  private Point centre(int pixel) {
    return new Point(pixel % width + 0.5, Math.floorDiv(pixel, width) + 0.5);
  }
}
