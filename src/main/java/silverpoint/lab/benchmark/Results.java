package silverpoint.lab.benchmark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import silverpoint.lab.accuracy.CurvePoint;

/**
 * What a run of the benchmark has found, as it stands in {@code bench.json}. The names of the
 * components are the keys of the file; {@code bench.schema.json} beside it is their description.
 *
 * @param schema name and version of this form
 * @param startedAt ISO-8601, UTC
 * @param interrupted whether somebody ended the run early
 * @param settings what was asked for
 * @param environment where it ran
 * @param corpus the pictures
 * @param candidates in the order of the run
 */
public record Results(
    String schema,
    String startedAt,
    boolean interrupted,
    Settings settings,
    Environment environment,
    CorpusSummary corpus,
    List<CandidateResult> candidates) {
  public static final String SCHEMA = "silverpoint-bench/1";

  public Results {
    candidates = List.copyOf(candidates);
  }

  /**
   * What was asked for.
   *
   * @param images folder of the pictures
   * @param seed of order, arrivals and intervals
   * @param device asked for
   * @param threads of the neural engine
   * @param minQueries of every load
   * @param minTimeS of every load
   * @param queriesPerS of the server scenario, in the mean
   * @param boundMs of its p99
   * @param streams pictures a query of multi-stream
   * @param workers that answer at a time in server and offline
   */
  public record Settings(
      String images,
      long seed,
      String device,
      int threads,
      int minQueries,
      double minTimeS,
      double queriesPerS,
      double boundMs,
      int streams,
      int workers) {}

  /**
   * The pictures.
   *
   * @param pictures that could be decoded
   * @param unreadable name and reason of the others
   * @param decodeMs median time to read and decode one
   */
  public record CorpusSummary(int pictures, Map<String, String> unreadable, double decodeMs) {
    public CorpusSummary {
      unreadable = Map.copyOf(unreadable);
    }
  }

  /**
   * One candidate.
   *
   * @param name unique
   * @param identity empty when it did not load
   * @param refusal why nothing was measured
   * @param loadMs time to load it
   * @param firstMs time of the first answer
   * @param warmUpQueries answers before the measurement
   * @param loads one for every scenario
   * @param peakGpuMb of the GPU's memory, where it was measured
   * @param peakResidentMb of the process, from before loading to the end
   * @param residentGrowthMb by which the process grew
   * @param edges agreement with people's lines
   * @param faces agreement with marked faces
   * @param person agreement with marked persons
   * @param drawings what the whole chain makes of it
   * @param pictures a row a picture
   */
  public record CandidateResult(
      String name,
      Optional<CandidateIdentity> identity,
      Optional<String> refusal,
      double loadMs,
      double firstMs,
      int warmUpQueries,
      List<LoadResult> loads,
      Optional<Double> peakGpuMb,
      double peakResidentMb,
      double residentGrowthMb,
      Map<String, EdgeResult> edges,
      Map<String, FaceResult> faces,
      Map<String, PersonResult> person,
      Optional<DrawingResult> drawings,
      List<PictureRow> pictures) {
    public CandidateResult {
      loads = List.copyOf(loads);
      edges = Map.copyOf(edges);
      faces = Map.copyOf(faces);
      person = Map.copyOf(person);
      pictures = List.copyOf(pictures);
    }

    static CandidateResult refused(String name, String reason) {
      return new CandidateResult(
          name,
          Optional.empty(),
          Optional.of(reason),
          0,
          0,
          0,
          List.of(),
          Optional.empty(),
          0,
          0,
          Map.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          List.of());
    }
  }

  /**
   * One scenario. Quantiles that too few samples stand behind are missing.
   *
   * @param scenario its label
   * @param valid whether the figures may be quoted
   * @param reasons why not
   * @param warnings what to know all the same
   * @param queries answered
   * @param timeS that they took
   * @param samplesPerS pictures a second
   * @param latencyMs by "mean", "p50", "p90", "p95", "p99", as far as known
   * @param p50IntervalMs 95 % interval of the median
   * @param spread interquartile range / median
   * @param stageMs median time of each part of an answer
   * @param samplesMs raw latencies in the order of arrival
   */
  public record LoadResult(
      String scenario,
      boolean valid,
      List<String> reasons,
      List<String> warnings,
      int queries,
      double timeS,
      double samplesPerS,
      Map<String, Double> latencyMs,
      List<Double> p50IntervalMs,
      double spread,
      Map<String, Double> stageMs,
      List<Double> samplesMs) {
    public LoadResult {
      reasons = List.copyOf(reasons);
      warnings = List.copyOf(warnings);
      p50IntervalMs = List.copyOf(p50IntervalMs);
      samplesMs = List.copyOf(samplesMs);
    }
  }

  /**
   * Edges over one group of pictures, "" for all.
   *
   * @param odsOnePixel the ODS where lines must lie within one pixel of people's
   */
  public record EdgeResult(
      int pictures,
      double ods,
      double odsThreshold,
      double ois,
      double ap,
      double odsOnePixel,
      List<CurvePoint> curve) {
    public EdgeResult {
      curve = List.copyOf(curve);
    }
  }

  /** Faces over one group of pictures, "" for all. */
  public record FaceResult(
      int pictures,
      int faces,
      int found,
      int falseAlarms,
      double ap,
      Optional<Double> keyPointError,
      List<CurvePoint> curve) {
    public FaceResult {
      curve = List.copyOf(curve);
    }
  }

  /** Persons over one group of pictures, "" for all: means. */
  public record PersonResult(int pictures, double iou, double boundaryF) {}

  /**
   * Portraits by the whole chain: medians over those that were drawn.
   *
   * @param photos tried
   * @param drawn of them
   * @param foundFromAfar drawings in which the face detector finds the face
   * @param landmarkError how far landmarks moved, in distances of the eyes
   * @param inkMm length of the strokes
   * @param drawTimeS on the machine
   * @param coverage share of the toy's window that the simulated line darkens
   * @param pictures name of a photo and of its drawing's file
   */
  public record DrawingResult(
      int photos,
      int drawn,
      int foundFromAfar,
      double landmarkError,
      double inkMm,
      double drawTimeS,
      double coverage,
      Map<String, String> pictures) {
    public DrawingResult {
      pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }
  }

  /**
   * One picture.
   *
   * @param name below the folder
   * @param group its subgroup
   * @param failure why there is no answer
   * @param figures what was measured, by name
   */
  public record PictureRow(
      String name, String group, Optional<String> failure, Map<String, Double> figures) {
    public PictureRow {
      figures = new TreeMap<>(figures);
    }
  }
}
