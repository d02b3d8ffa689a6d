package silverpoint.picture.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import silverpoint.TestModels;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.face.BlazeFaceDetector;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.picture.portrait.PersonSegmenter;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.PortraitMaker;

/**
 * Fits the constants of {@link BeardEvidence} to portraits: what shaven faces show by least
 * squares, what hair weighs by logistic regression (Newton's method), both kinds of places counting
 * the same. Prints them, and the evidence of the bearded and of those shaven faces that come near.
 */
public final class BeardFit {
  private static final double PAGE_RATIO = 152 / 106.0;

  private BeardFit() {}

  /** What a line of the labels says of a face. */
  private enum Label {
    FULL,
    GOATEE,
    MOUSTACHE,
    SHAVEN,
    SKIP
  }

  private record Place(BeardEvidence.Contrast contrast, boolean hair) {}

  private record Photo(String name, Label label, double lip, double chin, double jaw) {}

  /**
   * @param args folder of portraits; file of labels, a line each: file name, white space, {@code
   *     full}, {@code goatee}, {@code moustache} or {@code skip}; who is not in it is shaven
   */
  public static void main(String[] args) throws IOException {
    List<Place> places = new ArrayList<>();
    List<Photo> photos = new ArrayList<>();
    Map<String, Label> labels = labels(Path.of(args[0]), Files.readAllLines(Path.of(args[1])));
    try (var files = Files.list(Path.of(args[0]))) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(jpe?g|png)")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        Label label = labels.getOrDefault(name, Label.SHAVEN);
        portrait(StillCamera.of(file).capture().image())
            .filter(portrait -> portrait.main().mesh().isPresent())
            .ifPresent(portrait -> photos.add(look(name, label, portrait, places)));
      }
    }
    fit(places);
    report(photos);
  }

  private static Map<String, Label> labels(Path folder, List<String> lines) {
    Map<String, Label> labels = new HashMap<>();
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      boolean known =
          words.length == 2
              && Arrays.stream(Label.values()).anyMatch(l -> l.name().equalsIgnoreCase(words[1]));
      if (!known || !Files.exists(folder.resolve(words[0]))) {
        System.err.printf(
            "label '%s': give a photo of the folder and full, goatee, moustache or skip%n", line);
        System.exit(2);
      }
      labels.put(words[0], Label.valueOf(words[1].toUpperCase(Locale.ROOT)));
    }
    return labels;
  }

  private static Optional<Portrait> portrait(RgbImage picture) {
    BlazeFaceDetector detector =
        new BlazeFaceDetector(
            TestModels.get().model("face-detector-short"),
            TestModels.get().model("face-detector-full"));
    List<Face> faces = detector.detect(picture);
    return new PortraitMaker(
            new FaceMesher(TestModels.get().model("face-mesh")),
            new PersonSegmenter(TestModels.get().model("person-mask")),
            PAGE_RATIO)
        .make(picture, FaceChoice.upTo(1).of(picture, faces), faces);
  }

  private static Photo look(String name, Label label, Portrait portrait, List<Place> places) {
    BeardEvidence evidence =
        BeardEvidence.of(
            portrait.main().mesh().orElseThrow(), portrait.main().faceBoxPx(), portrait.crop());
    Set<Label> bearded = Set.of(Label.FULL, Label.GOATEE);
    add(
        BeardHair.MOUSTACHE,
        Set.of(Label.FULL, Label.GOATEE, Label.MOUSTACHE),
        label,
        evidence,
        places);
    add(BeardHair.CHIN, bearded, label, evidence, places);
    add(BeardHair.LEFT_JAW, Set.of(Label.FULL), label, evidence, places);
    add(BeardHair.RIGHT_JAW, Set.of(Label.FULL), label, evidence, places);
    return new Photo(
        name,
        label,
        evidence.at(BeardHair.MOUSTACHE),
        evidence.at(BeardHair.CHIN),
        Math.min(evidence.at(BeardHair.LEFT_JAW), evidence.at(BeardHair.RIGHT_JAW)));
  }

  private static void add(
      int[] vertices, Set<Label> hairy, Label label, BeardEvidence evidence, List<Place> places) {
    if (label == Label.SHAVEN || hairy.contains(label)) {
      for (int vertex : vertices) {
        places.add(
            new Place(evidence.cues().at(evidence.mesh().point(vertex)), label != Label.SHAVEN));
      }
    }
  }

  private static void fit(List<Place> places) {
    List<ToDoubleFunction<BeardEvidence.Contrast>> cues =
        List.of(
            BeardEvidence.Contrast::darkness,
            BeardEvidence.Contrast::paleness,
            BeardEvidence.Contrast::roughness);
    List<BeardEvidence.Contrast> shaven =
        places.stream().filter(place -> !place.hair).map(Place::contrast).toList();
    double[][] features = new double[places.size()][cues.size() + 1];
    for (int k = 0; k < cues.size(); k++) {
      double[] shade = shade(shaven, cues.get(k));
      System.out.printf(
          Locale.ROOT,
          "cue %d on shaven faces: %.2f + %.2f u^2 + %.2f v + %.2f v^2%n",
          k,
          shade[0],
          shade[1],
          shade[2],
          shade[3]);
      for (int i = 0; i < features.length; i++) {
        BeardEvidence.Contrast contrast = places.get(i).contrast;
        double value = cues.get(k).applyAsDouble(contrast) - dot(shade, position(contrast));
        features[i][k] = k == 1 ? Math.max(0, value) : value;
        features[i][cues.size()] = 1;
      }
    }
    double[] weights = logistic(features, places);
    System.out.printf(
        Locale.ROOT,
        "weights %.1f %.1f %.1f, bias %.1f%n",
        weights[0],
        weights[1],
        weights[2],
        weights[3]);
  }

  private static double[] position(BeardEvidence.Contrast contrast) {
    double v = contrast.down();
    return new double[] {1, contrast.aside() * contrast.aside(), v, v * v};
  }

  private static double[] shade(
      List<BeardEvidence.Contrast> shaven, ToDoubleFunction<BeardEvidence.Contrast> cue) {
    double[][] matrix = new double[4][4];
    double[] right = new double[4];
    for (BeardEvidence.Contrast contrast : shaven) {
      double[] at = position(contrast);
      addOuter(matrix, at, 1);
      addScaled(right, at, cue.applyAsDouble(contrast));
    }
    return solve(matrix, right);
  }

  private static double[] logistic(double[][] features, List<Place> places) {
    long hairy = places.stream().filter(Place::hair).count();
    double hairWeight = (double) (places.size() - hairy) / hairy;
    double[] weights = new double[features[0].length];
    for (int round = 0; round < 30; round++) {
      double[][] hessian = new double[weights.length][weights.length];
      double[] gradient = new double[weights.length];
      for (int i = 0; i < features.length; i++) {
        boolean hair = places.get(i).hair;
        double counts = hair ? hairWeight : 1;
        double odds = 1 / (1 + Math.exp(-dot(weights, features[i])));
        addOuter(hessian, features[i], counts * odds * (1 - odds));
        addScaled(gradient, features[i], counts * ((hair ? 1 : 0) - odds));
      }
      addScaled(weights, solve(hessian, gradient), 1);
    }
    return weights;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addOuter(double[][] matrix, double[] at, double scale) {
    for (int i = 0; i < at.length; i++) {
      addScaled(matrix[i], at, scale * at[i]);
    }
  }

  private static void addScaled(double[] sum, double[] at, double scale) {
    for (int i = 0; i < at.length; i++) {
      sum[i] += scale * at[i];
    }
  }

  /** Gauss and Jordan; the matrix is positive definite. */
  private static double[] solve(double[][] matrix, double[] right) {
    double[] solution = right.clone();
    double[][] left = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < solution.length; i++) {
      double pivot = left[i][i];
      addScaled(left[i], left[i].clone(), 1 / pivot - 1);
      solution[i] /= pivot;
      for (int k = 0; k < solution.length; k++) {
        if (k != i) {
          double factor = left[k][i];
          addScaled(left[k], left[i], -factor);
          solution[k] -= factor * solution[i];
        }
      }
    }
    return solution;
  }

  private static void report(List<Photo> photos) {
    System.out.println("evidence by the constants in force: lip, chin, jaw");
    photos.stream()
        .filter(photo -> photo.label != Label.SHAVEN || Math.max(photo.lip, photo.chin) > 0.5)
        .sorted((a, b) -> Double.compare(b.lip + b.chin, a.lip + a.chin))
        .forEach(photo ->
            System.out.printf(
                Locale.ROOT,
                "%-24s %-9s %5.1f %5.1f %5.1f%n",
                photo.name,
                photo.label.name().toLowerCase(Locale.ROOT),
                photo.lip,
                photo.chin,
                photo.jaw));
  }
}
