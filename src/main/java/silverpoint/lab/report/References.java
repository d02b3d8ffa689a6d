package silverpoint.lab.report;

import java.util.ArrayList;
import java.util.List;
import silverpoint.lab.benchmark.Results;

/**
 * What others have published, for orientation: their pictures and machines are not those of a run.
 * Figures of edges are ODS, OIS and AP on the 200 test pictures of BSDS500; those of faces are AP
 * on the easy, medium and hard parts of WIDER FACE's validation set.
 */
final class References {
  private static final String BSDS = "edges, BSDS500 test: ODS / OIS / AP";
  private static final String WIDER = "faces, WIDER FACE val: AP easy / medium / hard";

  private static final List<List<String>> EDGES =
      List.of(
          List.of("people", BSDS, "0.80 / 0.80 / n/a", "BSDS500 benchmark"),
          List.of("Canny", BSDS, "0.60 / 0.63 / 0.58", "BSDS500 benchmark"),
          List.of("gPb-owt-ucm", BSDS, "0.7263 / 0.7595 / 0.7266", "BSDS500 ucm2/test_eval"),
          List.of("structured edges", BSDS, "0.75 / 0.77 / 0.80", "Dollar and Zitnick"),
          List.of("HED", BSDS, "0.782 / 0.804 / 0.833", "Xie and Tu"),
          List.of(
              "PiDiNet tiny (under 0.1 M parameters)", BSDS, "0.789 / 0.806 / n/a", "Su et al."),
          List.of("PiDiNet", BSDS, "0.807 / 0.823 / n/a", "Su et al."));

  private static final List<List<String>> FACES =
      List.of(
          List.of("YuNet 2023mar", WIDER, "0.8844 / 0.8656 / 0.7503", "opencv_zoo"),
          List.of("BlazeFace, several scales", WIDER, "0.885 / 0.855 / 0.731", "PaddleDetection"),
          List.of("Ultra-Light RFB, 640 px", WIDER, "0.855 / 0.822 / 0.579", "project README"),
          List.of(
              "RetinaFace MobileNet0.25, 640 px",
              WIDER,
              "0.8778 / 0.8116 / 0.4732",
              "project README"),
          List.of("SCRFD 0.5 GF, 640 px", WIDER, "0.906 / 0.881 / 0.685", "project README"));

  private References() {}

  /** Rows for the tasks that the run has scores of. */
  static Tables.Table of(Results results) {
    List<List<String>> rows = new ArrayList<>();
    if (results.candidates().stream().anyMatch(candidate -> !candidate.edges().isEmpty())) {
      rows.addAll(EDGES);
    }
    if (results.candidates().stream().anyMatch(candidate -> !candidate.faces().isEmpty())) {
      rows.addAll(FACES);
    }
    return new Tables.Table(
        "Published by others, on their pictures: for orientation only",
        List.of("method", "what", "figures", "source"),
        rows);
  }
}
