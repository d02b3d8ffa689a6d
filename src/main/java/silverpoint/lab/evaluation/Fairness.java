package silverpoint.lab.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.statistics.Distribution;
import silverpoint.lab.report.TextTable;

/**
 * Portraits by group of people: measured skin tone, glasses that are drawn, and whatever a table of
 * the photos says. A group is flagged when its landmark points or its identity lie more than
 * {@value #TOLERATED_POINTS} points under those of all.
 *
 * @param all the whole folder
 * @param groups of at least {@value #LEAST_PHOTOS} photos
 */
public record Fairness(Group all, List<Group> groups) {
  private static final double TOLERATED_POINTS = 5;
  private static final int LEAST_PHOTOS = 3;

  public Fairness {
    groups = List.copyOf(groups);
  }

  /**
   * One group.
   *
   * @param landmarkPoints mean over the photos: 100 for a drawing with its landmarks in place, a
   *     point less for every hundredth of the distance of the eyes; 0 for a photo that is refused
   * @param identityPoints share of the drawings that are known among all photos, in hundredths;
   *     null where nobody measured it
   * @param identityLow 95 % interval of the share (Wilson 1927): a handful of photos says little
   * @param identityHigh its other end
   * @param worse whether the group is flagged
   */
  record Group(
      String name,
      int photos,
      int drawn,
      double landmarkPoints,
      @Nullable Double identityPoints,
      double identityLow,
      double identityHigh,
      double landmarkError,
      double foundFromAfarShare,
      double inkMm,
      double pieces,
      double shortStrokes,
      double outsideMm,
      double drawTimeS,
      boolean worse) {}

  /**
   * @param identity whether the drawing of a file is known among all photos; empty where nobody
   *     measured it
   */
  public static Fairness of(
      List<PortraitRow> rows, PhotoTable table, Map<String, Boolean> identity) {
    Map<String, List<PortraitRow>> members = new LinkedHashMap<>();
    for (SkinTone tone : SkinTone.values()) {
      members.put(skin(tone), new ArrayList<>());
    }
    Map<String, List<PortraitRow>> named = new TreeMap<>();
    for (PortraitRow row : rows) {
      if (row.skinDeg() != null) {
        Objects.requireNonNull(members.get(skin(SkinTone.of(row.skinDeg())))).add(row);
        named
            .computeIfAbsent(
                "glasses drawn: " + (row.glasses() ? "yes" : "no"), _ -> new ArrayList<>())
            .add(row);
      }
      table
          .of(row.name())
          .forEach(label -> named.computeIfAbsent(label, _ -> new ArrayList<>()).add(row));
    }
    members.putAll(named);
    Group all = group("all", rows, identity, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    double leastIdentity =
        all.identityPoints == null
            ? Double.NEGATIVE_INFINITY
            : all.identityPoints - TOLERATED_POINTS;
    List<Group> groups =
        members.entrySet().stream()
            .filter(entry -> entry.getValue().size() >= LEAST_PHOTOS)
            .map(entry ->
                group(
                    entry.getKey(),
                    entry.getValue(),
                    identity,
                    all.landmarkPoints - TOLERATED_POINTS,
                    leastIdentity))
            .toList();
    return new Fairness(all, groups);
  }

  private static String skin(SkinTone tone) {
    return "skin: " + tone.name().toLowerCase(Locale.ROOT);
  }

  private static Group group(
      String name,
      List<PortraitRow> rows,
      Map<String, Boolean> identity,
      double leastLandmarks,
      double leastIdentity) {
    List<PortraitScore> scores =
        rows.stream().map(PortraitRow::score).filter(Objects::nonNull).toList();
    double landmarks =
        scores.stream().mapToDouble(Fairness::points).sum() / Math.max(1, rows.size());
    List<Boolean> known =
        rows.stream().map(row -> identity.get(row.name())).filter(Objects::nonNull).toList();
    @Nullable Double identityPoints =
        known.isEmpty()
            ? null
            : 100.0 * known.stream().filter(found -> found).count() / known.size();
    return new Group(
        name,
        rows.size(),
        scores.size(),
        landmarks,
        identityPoints,
        wilson(identityPoints, known.size(), -1),
        wilson(identityPoints, known.size(), 1),
        median(scores, PortraitScore::landmarkError),
        (double) scores.stream().filter(PortraitScore::foundFromAfar).count()
            / Math.max(1, scores.size()),
        median(scores, PortraitScore::inkMm),
        median(scores, PortraitScore::components),
        median(scores, PortraitScore::shortStrokes),
        median(scores, PortraitScore::outsideMm),
        median(scores, PortraitScore::drawTimeS),
        landmarks < leastLandmarks || (identityPoints != null && identityPoints < leastIdentity));
  }

  private static double points(PortraitScore score) {
    double error = score.landmarkError();
    return Double.isNaN(error) ? 0 : 100 * Math.max(0, 1 - error);
  }

  private static double median(List<PortraitScore> scores, ToDoubleFunction<PortraitScore> value) {
    return Distribution.median(scores.stream().mapToDouble(value));
  }

  /** All figures, a line a group. */
  public TextTable table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "group",
            "photos",
            "drawn",
            "landmark points",
            "identity",
            "landmark error",
            "seen from afar",
            "ink mm",
            "pieces",
            "short",
            "outside mm",
            "s to draw",
            ""));
    lines.add(line(all));
    groups.forEach(group -> lines.add(line(group)));
    return new TextTable(lines);
  }

  private static List<String> line(Group group) {
    return List.of(
        group.name,
        String.valueOf(group.photos),
        String.valueOf(group.drawn),
        text("%.1f", group.landmarkPoints),
        identity(group),
        text("%.3f", group.landmarkError),
        text("%.0f %%", 100 * group.foundFromAfarShare),
        text("%.0f", group.inkMm),
        text("%.0f", group.pieces),
        text("%.0f", group.shortStrokes),
        text("%.1f", group.outsideMm),
        text("%.0f", group.drawTimeS),
        group.worse ? "WORSE" : "");
  }

  private static String identity(Group group) {
    return group.identityPoints == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%.0f (%.0f to %.0f)",
            group.identityPoints,
            group.identityLow,
            group.identityHigh);
  }

  /** One end of the interval, in hundredths. */
  private static double wilson(@Nullable Double points, int n, int side) {
    if (points == null) {
      return Double.NaN;
    }
    double share = points / 100;
    double z2 = 1.96 * 1.96 / n;
    double half = Math.sqrt(share * (1 - share) * z2 + z2 * z2 / 4);
    return 100 * (share + z2 / 2 + side * half) / (1 + z2);
  }

  private static String text(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  /** One sentence: which groups are worse off. */
  public String verdict() {
    List<String> worse = groups.stream().filter(Group::worse).map(Group::name).toList();
    return worse.isEmpty()
        ? String.format(
            Locale.ROOT,
            "no group of %d or more is more than %.0f points under the whole",
            LEAST_PHOTOS,
            TOLERATED_POINTS)
        : "more than "
            + text("%.0f", TOLERATED_POINTS)
            + " points under the whole: "
            + String.join("; ", worse);
  }
}
