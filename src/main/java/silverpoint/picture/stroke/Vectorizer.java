package silverpoint.picture.stroke;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.FaceMap;
import silverpoint.picture.portrait.FacePart;
import silverpoint.picture.portrait.Portrait;

/**
 * Makes a drawing of line art: links lines that go on in each other, makes them fair within a third
 * of the line width, drops specks and fits everything to the page.
 */
public final class Vectorizer {
  /** Waves shorter than this are no movement of a hand, in line widths; features are finer. */
  static final double WAVELENGTH_LINE_WIDTHS = 16;

  static final double FEATURE_WAVELENGTH_LINE_WIDTHS = 7;

  /** Fairing and simplification together stay within a third of the line width. */
  static final double SHIFT_PER_LINE_WIDTH = 0.3;

  private static final double SIMPLIFY_PER_LINE_WIDTH = 0.03;
  private static final double LINK_PER_LINE_WIDTH = 4;
  private static final double TOUCH_PER_LINE_WIDTH = 2;

  /** Shorter strokes are nobody's, unless they are of an eye, a nostril, a lip or of glasses. */
  private static final double STUB_LINE_WIDTHS = 3;

  /** A shorter line on the skin that bends back on itself is a shadow; it would read as a wart. */
  private static final double CURL_LINE_WIDTHS = 20;

  /** Length for the distance of the ends: an arc of 217 degrees and more. */
  private static final double CURL_PER_GAP = 2;

  /** A line on the skin is worth a tie to the others that is so many times shorter. */
  private static final double TIES = 4;

  private final Page page;

  public Vectorizer(Page page) {
    this.page = page;
  }

  /** The pen on a portrait's crop, px. */
  public double lineWidthPx(Portrait portrait) {
    return page.lineWidthMm() / fit(portrait.crop().width(), portrait.crop().height()).scale();
  }

  public Drawing vectorize(LineArt art, Portrait portrait) {
    Affine cropToPage = fit(portrait.crop().width(), portrait.crop().height());
    double lineWidthPx = page.lineWidthMm() / cropToPage.scale();
    List<List<Point>> lines = new ArrayList<>();
    Set<Point> mesh = new HashSet<>();
    Set<Point> outline = new HashSet<>();
    Set<Point> glasses = new HashSet<>();
    art.edgeLinesPx().forEach(line -> lines.add(line.points()));
    for (Polyline line : art.meshLinesPx()) {
      lines.add(line.points());
      mesh.addAll(line.points());
    }
    for (Polyline line : art.outlinesPx()) {
      lines.add(line.points());
      outline.addAll(line.points());
    }
    for (Polyline line : art.glassesPx()) {
      lines.add(line.points());
      glasses.addAll(line.points());
    }
    List<List<Point>> linked =
        new LineLinking(LINK_PER_LINE_WIDTH * lineWidthPx, TOUCH_PER_LINE_WIDTH * lineWidthPx)
            .link(lines);
    FaceMap map = FaceMap.of(portrait);
    linked = withoutSpecks(linked, map, glasses, lineWidthPx);
    Set<Point> known = new HashSet<>(mesh);
    known.addAll(glasses);
    linked = withoutAloof(linked, map, known);
    Set<Point> shared = LineLinking.shared(linked);
    List<List<Point>> fair =
        new Fairing(SHIFT_PER_LINE_WIDTH * lineWidthPx)
            .fair(linked, shared, line -> wavelength(map.partOf(new Polyline(line))) * lineWidthPx);
    List<List<Point>> hatches =
        new HatchEnds(lineWidthPx, at -> !isFeature(map.partAt(at)))
            .led(art.hatchesPx().stream().map(Polyline::points).toList(), fair);
    List<List<Point>> all = new ArrayList<>(fair);
    all.addAll(hatches);
    Set<Point> joints = LineLinking.shared(all);
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < fair.size(); i++) {
      Stroke.Source source = source(linked.get(i), mesh, outline);
      FacePart part =
          isMostlyOf(linked.get(i), glasses)
              ? FacePart.GLASSES
              : map.partOf(new Polyline(fair.get(i)));
      strokes.add(stroke(fair.get(i), source, part, joints, art.ink(), cropToPage));
    }
    for (Polyline line : nearOthers(art.massesPx(), linked, map)) {
      FacePart part = map.partOf(line);
      strokes.add(stroke(line.points(), Stroke.Source.MASS, part, Set.of(), art.ink(), cropToPage));
    }
    for (List<Point> line : hatches) {
      FacePart part = map.partOf(new Polyline(line));
      strokes.add(stroke(line, Stroke.Source.HATCH, part, joints, art.ink(), cropToPage));
    }
    List<Box> faces =
        portrait.sitters().stream().map(sitter -> moved(sitter.faceBoxPx(), cropToPage)).toList();
    return new Drawing(page, strokes, faces, cropToPage, Optional.of(art.faint()));
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

  private static List<List<Point>> withoutSpecks(
      List<List<Point>> lines, FaceMap map, Set<Point> glasses, double lineWidthPx) {
    Set<Point> shared = LineLinking.shared(lines);
    return lines.stream()
        .filter(line -> {
          Polyline path = new Polyline(line);
          boolean bridge = shared.contains(path.start()) && shared.contains(path.end());
          FacePart part = isMostlyOf(line, glasses) ? FacePart.GLASSES : map.partOf(path);
          return bridge || !isStub(path, part, lineWidthPx) && !isCurl(path, part, lineWidthPx);
        })
        .toList();
  }

  /**
   * Without the lines of the skin that are hardly longer than the tie which leads to them, the
   * shortest gone first.
   */
  private static List<List<Point>> withoutAloof(
      List<List<Point>> lines, FaceMap map, Set<Point> known) {
    Set<Point> shared = LineLinking.shared(lines);
    List<Polyline> alone =
        lines.stream()
            .filter(line -> line.stream().noneMatch(shared::contains) && !isMostlyOf(line, known))
            .map(Polyline::new)
            .filter(path -> isOfSecondRank(map.partOf(path)))
            .sorted(Comparator.comparingDouble(Polyline::length))
            .toList();
    List<List<Point>> kept = new ArrayList<>(lines);
    for (Polyline path : alone) {
      if (isAloof(path, kept)) {
        kept.remove(path.points());
      }
    }
    return kept;
  }

  /** Without the small shadows of skin and lips that only a tie of their own would reach. */
  private static List<Polyline> nearOthers(
      List<Polyline> masses, List<List<Point>> lines, FaceMap map) {
    List<List<Point>> all = new ArrayList<>(lines);
    masses.forEach(mass -> all.add(mass.points()));
    return masses.stream()
        .filter(mass -> !isOfSecondRank(map.partOf(mass)) || !isAloof(mass, all))
        .toList();
  }

  private static boolean isOfSecondRank(FacePart part) {
    return switch (part) {
      case FACE, JAW, MOUTH, HAIR, BODY, EAR, OTHER -> true;
      case EYE, BROW, NOSE, GLASSES, OUTLINE -> false;
    };
  }

  private static boolean isFeature(FacePart part) {
    return switch (part) {
      case EYE, BROW, NOSE, MOUTH, GLASSES -> true;
      case FACE, JAW, OUTLINE, EAR, HAIR, BODY, OTHER -> false;
    };
  }

  /** Whether no other line comes near enough; a lone line is not aloof. */
  private static boolean isAloof(Polyline path, List<List<Point>> lines) {
    double reachPx = path.length() / TIES;
    return lines.size() > 1
        && lines.stream()
            .filter(other -> !other.equals(path.points()))
            .flatMap(List::stream)
            .noneMatch(there ->
                path.points().stream().anyMatch(here -> here.distanceTo(there) <= reachPx));
  }

  private static boolean isStub(Polyline path, FacePart part, double lineWidthPx) {
    return path.length() < STUB_LINE_WIDTHS * lineWidthPx
        && part != FacePart.EYE
        && part != FacePart.NOSE
        && part != FacePart.MOUTH
        && part != FacePart.GLASSES;
  }

  private static boolean isCurl(Polyline path, FacePart part, double lineWidthPx) {
    return part == FacePart.FACE
        && path.length() < CURL_LINE_WIDTHS * lineWidthPx
        && path.length() >= CURL_PER_GAP * path.start().distanceTo(path.end());
  }

  private static double wavelength(FacePart part) {
    return switch (part) {
      case EYE, BROW, MOUTH, NOSE -> FEATURE_WAVELENGTH_LINE_WIDTHS;
      case GLASSES, JAW, OUTLINE, FACE, EAR, HAIR, BODY, OTHER -> WAVELENGTH_LINE_WIDTHS;
    };
  }

  /** Where most of the line comes from. */
  private static Stroke.Source source(List<Point> line, Set<Point> mesh, Set<Point> outline) {
    if (isMostlyOf(line, mesh)) {
      return Stroke.Source.MESH;
    }
    return isMostlyOf(line, outline) ? Stroke.Source.OUTLINE : Stroke.Source.EDGE;
  }

  private static boolean isMostlyOf(List<Point> line, Set<Point> points) {
    return 2 * line.stream().filter(points::contains).count() > line.size();
  }

  private Stroke stroke(
      List<Point> linePx,
      Stroke.Source source,
      FacePart part,
      Set<Point> joints,
      GrayImage ink,
      Affine cropToPage) {
    double tolerancePx = SIMPLIFY_PER_LINE_WIDTH * page.lineWidthMm() / cropToPage.scale();
    Polyline path = new Polyline(Simplification.simplify(linePx, tolerancePx, joints));
    return new Stroke(
        clamped(path.transformed(cropToPage)), source, salience(path, source, part, ink), part);
  }

  /** Fairing may lead a line at the border a hair over it. */
  private Polyline clamped(Polyline pathMm) {
    Box room = page.drawableMm();
    return new Polyline(
        pathMm.points().stream()
            .map(p ->
                new Point(
                    Math.clamp(p.x(), room.x(), room.right()),
                    Math.clamp(p.y(), room.y(), room.bottom())))
            .toList());
  }

  /** Strong, long and in the face: what the portrait would miss most. */
  private static double salience(
      Polyline path, Stroke.Source source, FacePart part, GrayImage ink) {
    double strength =
        switch (source) {
          case EDGE -> path.points().stream().mapToDouble(ink::sample).average().orElse(0);
          case MASS, MESH -> 0.9;
          case OUTLINE -> 0.6;
          case HATCH -> 0.1;
        };
    double length = 1 - Math.exp(-path.length() / reachPx(part));
    return Math.clamp(strength, 0, 1) * length * weight(part);
  }

  /** Length at which a line of the part says most of what it has to say, px. */
  private static double reachPx(FacePart part) {
    return switch (part) {
      case EYE, NOSE -> 6;
      case BROW, MOUTH, GLASSES -> 15;
      case JAW, OUTLINE, FACE, EAR, HAIR, BODY, OTHER -> 40;
    };
  }

  private static double weight(FacePart part) {
    return switch (part) {
      case EYE, BROW, MOUTH, NOSE -> 1;
      case GLASSES, JAW, OUTLINE -> 0.9;
      case FACE, EAR -> 0.7;
      case HAIR -> 0.5;
      case BODY, OTHER -> 0.45;
    };
  }

  private static Box moved(Box boxPx, Affine map) {
    return Box.around(
        List.of(
            map.apply(new Point(boxPx.x(), boxPx.y())),
            map.apply(new Point(boxPx.right(), boxPx.bottom()))));
  }
}
