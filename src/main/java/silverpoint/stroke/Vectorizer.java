package silverpoint.stroke;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.lineart.LineArt;
import silverpoint.portrait.FaceMap;
import silverpoint.portrait.Portrait;

/**
 * Makes a drawing of line art: traces the skeleton, drops specks, smooths and simplifies within a
 * third of the line width, closes small gaps and fits everything to the page.
 */
public final class Vectorizer {
  /** Branches that hang on a junction and are shorter are thinning's, not the person's. */
  private static final double STUB_PX = 7;

  /** A connected piece needs this much ink (length times mean ink), px; specks have less. */
  private static final double SPECK_INK_PX = 10;

  /** The same next to the eyes, nose and mouth, where small lines carry the likeness. */
  private static final double FEATURE_SPECK_INK_PX = 4.5;

  private static final double SMOOTHING_PX = 3.5;

  /** Smoothing and simplification together stay within a third of the line width. */
  private static final double SHIFT_PER_LINE_WIDTH = 0.27;

  private static final double SIMPLIFY_PER_LINE_WIDTH = 0.06;

  private static final double JOIN_PER_LINE_WIDTH = 1.7;

  private final Page page;

  public Vectorizer(Page page) {
    this.page = page;
  }

  public Drawing vectorize(LineArt art, Portrait portrait) {
    Affine cropToPage = fit(portrait.crop().width(), portrait.crop().height());
    Box face = portrait.faceBoxPx();
    FaceMap map = FaceMap.of(portrait);
    List<Stroke> strokes = edgeStrokes(art, portrait, map, cropToPage);
    for (Polyline line : art.meshLinesPx()) {
      strokes.add(stroke(line, Stroke.Source.MESH, 0.9, map, cropToPage));
    }
    for (Polyline line : art.outlinesPx()) {
      strokes.add(stroke(line, Stroke.Source.OUTLINE, 0.5, map, cropToPage));
    }
    for (Polyline line : art.hatchesPx()) {
      strokes.add(stroke(line, Stroke.Source.HATCH, 0.1, map, cropToPage));
    }
    Box drawable = page.drawableMm();
    List<Stroke> inside = strokes.stream().map(stroke -> clamped(stroke, drawable)).toList();
    List<Stroke> joined = new StrokeJoining(JOIN_PER_LINE_WIDTH * page.lineWidthMm()).join(inside);
    return new Drawing(page, joined, moved(face, cropToPage), cropToPage);
  }

  /** The whole crop as large as the page allows, in the middle, standing on the lower margin. */
  private Affine fit(int widthPx, int heightPx) {
    Box room = page.drawableMm();
    double scale = Math.min(room.width() / widthPx, room.height() / heightPx);
    return Affine.scaling(scale)
        .then(
            Affine.translation(
                room.centre().x() - scale * widthPx / 2, room.bottom() - scale * heightPx));
  }

  private List<Stroke> edgeStrokes(LineArt art, Portrait portrait, FaceMap map, Affine cropToPage) {
    SkeletonGraph graph =
        withoutSpecks(SkeletonGraph.of(art.skeleton()), art.ink(), portrait.innerFacePx());
    List<ThroughStrokes.Trace> traces = ThroughStrokes.of(graph.pruned(STUB_PX));
    double lineWidthPx = page.lineWidthMm() / cropToPage.scale();
    Smoothing smoothing = new Smoothing(SMOOTHING_PX, SHIFT_PER_LINE_WIDTH * lineWidthPx);
    List<List<Point>> smooth = smoothing.smooth(traces);
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      ThroughStrokes.Trace trace = traces.get(i);
      List<Point> simple =
          Simplification.simplify(
              smooth.get(i), SIMPLIFY_PER_LINE_WIDTH * lineWidthPx, trace.nodeAtIndex().keySet());
      double salience = salience(trace, art.ink(), portrait);
      strokes.add(
          new Stroke(
              new Polyline(simple).transformed(cropToPage),
              Stroke.Source.EDGE,
              salience,
              map.partOf(new Polyline(simple))));
    }
    return strokes;
  }

  private Stroke stroke(
      Polyline linePx, Stroke.Source source, double salience, FaceMap map, Affine cropToPage) {
    double tolerancePx = SIMPLIFY_PER_LINE_WIDTH * page.lineWidthMm() / cropToPage.scale();
    List<Point> simple = Simplification.simplify(linePx.points(), tolerancePx, Set.of());
    return new Stroke(
        new Polyline(simple).transformed(cropToPage), source, salience, map.partOf(linePx));
  }

  /** Smoothing may lead a line at the border a hair over it. */
  private static Stroke clamped(Stroke stroke, Box room) {
    List<Point> points =
        stroke.pathMm().points().stream()
            .map(p ->
                new Point(
                    Math.clamp(p.x(), room.x(), room.right()),
                    Math.clamp(p.y(), room.y(), room.bottom())))
            .toList();
    return stroke.along(new Polyline(points));
  }

  private static SkeletonGraph withoutSpecks(SkeletonGraph graph, GrayImage ink, Box innerFace) {
    int[] component = components(graph);
    double[] inkPx = new double[graph.nodes()];
    Set<Integer> features = new HashSet<>();
    for (SkeletonGraph.Branch branch : graph.branches()) {
      int piece = component[branch.from];
      inkPx[piece] += branch.lengthPx() * meanInk(branch.pointsPx, ink);
      if (innerFace.contains(branch.pointsPx.getFirst())) {
        features.add(piece);
      }
    }
    return graph.keeping(branch -> {
      int piece = component[branch.from];
      double least = features.contains(piece) ? FEATURE_SPECK_INK_PX : SPECK_INK_PX;
      return inkPx[piece] >= least;
    });
  }

  /** Smallest node of the connected piece that a node belongs to. */
  private static int[] components(SkeletonGraph graph) {
    int[] parent = new int[graph.nodes()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (SkeletonGraph.Branch branch : graph.branches()) {
      int a = root(parent, branch.from);
      int b = root(parent, branch.to);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /** Strong, long and in the face: what the portrait would miss most. */
  private static double salience(ThroughStrokes.Trace trace, GrayImage ink, Portrait portrait) {
    double strength = Math.clamp(meanInk(trace.pointsPx(), ink), 0, 1);
    double length = 1 - Math.exp(-trace.lengthPx() / 40);
    Point middle = trace.pointsPx().get(trace.pointsPx().size() / 2);
    double place =
        portrait.innerFacePx().contains(middle)
            ? 1
            : portrait.faceBoxPx().contains(middle) ? 0.8 : 0.5;
    return strength * length * place;
  }

  private static double meanInk(List<Point> pointsPx, GrayImage ink) {
    return pointsPx.stream().mapToDouble(ink::sample).average().orElseThrow();
  }

  private static Box moved(Box boxPx, Affine map) {
    return Box.around(
        List.of(
            map.apply(new Point(boxPx.x(), boxPx.y())),
            map.apply(new Point(boxPx.right(), boxPx.bottom()))));
  }
}
