package silverpoint.picture.tone;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/**
 * The tone of one face: its dark masses (brows, lashes and irises, nostrils, corners of the mouth)
 * filled by the pen, and the centre lines of what is dark and thin. Luminance valleys with black
 * fill make economical drawings that people recognise (Pearson and Robinson 1985; Gooch, Reinhard
 * and Gooch 2004).
 *
 * @param massesPx each mass as one stroke, crop px
 * @param valleys soft ink along thin dark features, 0 paper to 1 ink, crop size
 * @param darkness how dark each place is against the skin around it, 1 as a pupil, crop size; 0 far
 *     from the face
 * @param faint where a line would not surprise, 0 to 1, crop size: shadows and faint valleys
 */
public record FaceTone(
    List<Polyline> massesPx, GrayImage valleys, GrayImage darkness, GrayImage faint) {
  /** Masses are found on a raster so many times finer than the crop. */
  private static final int FINER = 3;

  public FaceTone {
    massesPx = List.copyOf(massesPx);
  }

  /**
   * @param rims of the face's glasses, crop px
   */
  public static FaceTone of(RgbImage crop, FaceMesh mesh, List<Polyline> rims, double lineWidthPx) {
    return of(crop, mesh, rims, lineWidthPx, ToneSettings.defaults());
  }

  static FaceTone of(
      RgbImage crop,
      FaceMesh mesh,
      List<Polyline> rimsSeen,
      double lineWidthPx,
      ToneSettings tuned) {
    ToneSettings.Face settings = tuned.face();
    FaceDarkness face = FaceDarkness.of(crop, mesh, lineWidthPx, settings);
    GrayImage dark = face.darkness();
    GrayImage sureness = sureness(face, new Sureness(mesh));
    Eyes eyes = new Eyes(mesh, face::at, lineWidthPx, tuned.eyes());
    Brows brows = new Brows(mesh, face::at, face.contrast(), lineWidthPx, tuned.brows());
    Nostrils nostrils = new Nostrils(mesh, settings.nostrilGrowth());
    Lips lips = new Lips(mesh, settings.aroundLips(), settings.lipMarginLineWidths() * lineWidthPx);
    Rims rims = new Rims(rimsSeen, at -> face.at(at) / face.contrast(), lineWidthPx, tuned.rims());
    Function<Point, Ink> features =
        at ->
            eyes.at(at)
                .or(() -> rims.at(at))
                .or(() -> brows.at(at))
                .or(() -> nostrils.at(at))
                .or(() -> lips.at(at));
    Mask masses = drawn(seen(face, sureness, lineWidthPx, settings), features, face);
    Mask specks = brows.specks(masses, FINER, i -> place(face, masses.width(), i));
    GrayImage toSpeck = coarser(specks).distanceToSet();
    double clearOfSpecksPx = tuned.brows().clearOfSpecksLineWidths() * lineWidthPx;
    GrayImage bulge =
        crests(dark, settings.fineLineWidths() * lineWidthPx)
            .max(crests(dark, settings.coarseLineWidths() * lineWidthPx));
    int width = crop.width();
    float[] valleys = new float[width * crop.height()];
    float[] faint = new float[width * crop.height()];
    float[] darkness = new float[width * crop.height()];
    for (int y = 0; y < dark.height(); y++) {
      for (int x = 0; x < dark.width(); x++) {
        int i = ((int) face.window().y() + y) * width + (int) face.window().x() + x;
        darkness[i] = (float) (dark.at(x, y) / face.contrast());
        faint[i] =
            (float)
                Math.clamp(
                    (settings.faintDarkness() * dark.at(x, y)
                            + settings.faintBulge() * bulge.at(x, y))
                        / face.contrast(),
                    0,
                    1);
        double sure = sureness.at(x, y);
        Point at = face.centre(x, y);
        if (sure > 0
            && !eyes.isWithinLids(at)
            && brows.at(at) == Ink.AS_SEEN
            && rims.at(at) == Ink.AS_SEEN
            && toSpeck.at(x, y) > clearOfSpecksPx) {
          double ink = settings.valleyInk() * bulge.at(x, y) / (sure * face.contrast());
          valleys[i] = (float) Math.clamp(ink, 0, 1);
        }
      }
    }
    Affine toCrop = Affine.translation(face.window().x(), face.window().y());
    return new FaceTone(
        strokes(masses.and(specks.inverted()), lineWidthPx, settings.leastArea()).stream()
            .map(mass -> mass.transformed(toCrop))
            .toList(),
        new GrayImage(width, crop.height(), valleys),
        new GrayImage(width, crop.height(), darkness),
        new GrayImage(width, crop.height(), faint));
  }

  /** 0 where the face stays paper. */
  private static GrayImage sureness(FaceDarkness face, Sureness sureness) {
    int width = face.darkness().width();
    float[] factors = new float[width * face.darkness().height()];
    for (int i = 0; i < factors.length; i++) {
      Point at = face.centre(i % width, i / width);
      factors[i] = sureness.isAmongFeatures(at) ? (float) sureness.at(at) : 0;
    }
    return new GrayImage(width, face.darkness().height(), factors);
  }

  /** The masses that the photo shows. */
  private static Mask seen(
      FaceDarkness face, GrayImage sureness, double lineWidthPx, ToneSettings.Face settings) {
    GrayImage dark = finer(face.darkness());
    GrayImage bulge = finer(crests(face.darkness(), settings.massLineWidths() * lineWidthPx));
    GrayImage sure = finer(sureness);
    boolean[] mass = new boolean[dark.width() * dark.height()];
    for (int i = 0; i < mass.length; i++) {
      int x = i % dark.width();
      int y = i / dark.width();
      double factor = sure.at(x, y);
      double least =
          settings.massDarkness()
              * face.contrast()
              * Math.clamp(factor, 1, settings.mostSureness());
      mass[i] =
          factor > 0.5
              && (dark.at(x, y) > settings.solidness() * least
                  || (factor <= settings.mostSureness()
                      && dark.at(x, y) > least
                      && bulge.at(x, y) > settings.massBulge() * face.contrast()));
    }
    return new Mask(dark.width(), dark.height(), mass)
        .opened(FINER * settings.leastHalfWidth() * lineWidthPx);
  }

  private static List<Polyline> strokes(Mask masses, double lineWidthPx, double leastArea) {
    Affine coarser = Affine.scaling(1.0 / FINER);
    return new MassFill(FINER * lineWidthPx, leastArea)
        .strokes(masses).stream()
            .map(stroke -> stroke.transformed(coarser))
            .sorted(Comparator.comparingDouble(Polyline::length).reversed())
            .toList();
  }

  private static Mask drawn(Mask seen, Function<Point, Ink> features, FaceDarkness face) {
    boolean[] mass = seen.toArray();
    for (int i = 0; i < mass.length; i++) {
      switch (features.apply(place(face, seen.width(), i))) {
        case INK -> mass[i] = true;
        case PAPER -> mass[i] = false;
        case AS_SEEN -> {}
      }
    }
    return new Mask(seen.width(), seen.height(), mass);
  }

  /** A place of the finer raster, crop px. */
  private static Point place(FaceDarkness face, int width, int i) {
    double x = (i % width + 0.5) / FINER;
    double y = (i / width + 0.5) / FINER;
    return new Point(face.window().x() + x, face.window().y() + y);
  }

  /** Where anything of the finer raster is set. */
  private static Mask coarser(Mask fine) {
    int width = fine.width() / FINER;
    int height = fine.height() / FINER;
    boolean[] set = new boolean[width * height];
    for (int y = 0; y < fine.height(); y++) {
      for (int x = 0; x < fine.width(); x++) {
        set[y / FINER * width + x / FINER] |= fine.at(x, y);
      }
    }
    return new Mask(width, height, set);
  }

  private static GrayImage finer(GrayImage image) {
    return Resampling.window(
        image,
        Affine.scaling(1.0 / FINER),
        FINER * image.width(),
        FINER * image.height(),
        Resampling.Border.REPLICATE);
  }

  /**
   * How much a place bulges out of its surroundings: minus the least eigenvalue of the Hessian at a
   * scale, made independent of it (Lindeberg 1998); 0 where it does not.
   */
  private static GrayImage crests(GrayImage image, double sigmaPx) {
    GrayImage smooth = image.blurred(sigmaPx);
    int width = smooth.width();
    float[] crests = new float[width * smooth.height()];
    for (int i = 0; i < crests.length; i++) {
      int x = i % width;
      int y = i / width;
      double centre = smooth.at(x, y);
      double xx = smooth.atClamped(x - 1, y) - 2 * centre + smooth.atClamped(x + 1, y);
      double yy = smooth.atClamped(x, y - 1) - 2 * centre + smooth.atClamped(x, y + 1);
      double xy =
          (smooth.atClamped(x + 1, y + 1)
                  - smooth.atClamped(x - 1, y + 1)
                  - smooth.atClamped(x + 1, y - 1)
                  + smooth.atClamped(x - 1, y - 1))
              / 4;
      double half = (xx - yy) / 2;
      double least = (xx + yy) / 2 - Math.sqrt(half * half + xy * xy);
      crests[i] = (float) Math.max(0, -least * sigmaPx * sigmaPx);
    }
    return new GrayImage(width, smooth.height(), crests);
  }
}
