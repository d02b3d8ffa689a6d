package silverpoint.lab.modelimport;

import java.util.List;
import java.util.Optional;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.ModelCard.Channels;
import silverpoint.foundation.inference.ModelCard.Input;
import silverpoint.foundation.inference.ModelCard.Layout;
import silverpoint.foundation.inference.ModelCard.Output;
import silverpoint.foundation.inference.ModelCard.Range;
import silverpoint.foundation.inference.ModelCard.Task;

/**
 * A model of ours and the MediaPipe net it is made from. Sizes, ranges and meanings are those of
 * MediaPipe's graphs (modules/face_detection, modules/face_landmark, modules/selfie_segmentation).
 *
 * @param name of the model
 * @param task what it is for
 * @param source the net
 * @param input on the card
 * @param outputs on the card, in the net's order
 */
record ImportedModel(String name, Task task, SourceFile source, Input input, List<Output> outputs) {

  /** The four nets of the kiosk. */
  static final List<ImportedModel> ALL =
      List.of(
          detector(
              "face-detector-short",
              128,
              896,
              "2 anchors a cell of a 16x16 grid, then 6 a cell of an 8x8 grid",
              new SourceFile(
                  "@mediapipe/face_detection",
                  "0.4.1657300184",
                  "face_detection_short_range.tflite",
                  0,
                  229_032,
                  "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633")),
          detector(
              "face-detector-full",
              192,
              2304,
              "1 anchor a cell of a 48x48 grid",
              new SourceFile(
                  "@mediapipe/face_detection",
                  "0.4.1657300184",
                  "face_detection_full_range.tflite",
                  0,
                  1_083_984,
                  "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3")),
          new ImportedModel(
              "face-mesh",
              Task.FACE_MESH,
              new SourceFile(
                  "@mediapipe/face_mesh",
                  "0.4.1657299874",
                  "face_mesh_solution_packed_assets.data",
                  2_495_952,
                  3_737_848,
                  "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1"),
              picture(
                  192,
                  new Range(0, 1),
                  "square crop of 1.5 times the face box, eyes level; pixel / 255"),
              List.of(
                  new Output(
                      "points",
                      List.of(1L, 1404L),
                      Optional.empty(),
                      "468 points as x, y, z in pixels of the crop, x and y from 0 to 192"),
                  new Output(
                      "presence",
                      List.of(1L, 1L),
                      Optional.empty(),
                      "logit that the crop holds a face; sigmoid above 0.5 is a face"))),
          new ImportedModel(
              "person-mask",
              Task.PERSON_MASK,
              new SourceFile(
                  "@mediapipe/selfie_segmentation",
                  "0.1.1675465747",
                  "selfie_segmentation.tflite",
                  0,
                  249_024,
                  "8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27"),
              picture(256, new Range(0, 1), "the picture stretched to a square; pixel / 255"),
              List.of(
                  new Output(
                      "mask",
                      List.of(1L, 1L, 256L, 256L),
                      Optional.of(new Range(0, 1)),
                      "probability of a person, by batch, channel, row, column"))));

  /** The card for a TorchScript file of that checksum. */
  ModelCard card(String sha256) {
    return new ModelCard(
        name,
        task,
        name + ".pt",
        sha256,
        input,
        outputs,
        "Apache-2.0",
        source.toString(),
        Optional.of(
            "Made by scripts/import-models, which also compares every output with OpenCV's own"
                + " TFLite reader: on pictures they differ by less than 0.0001 of the output's"
                + " range."));
  }

  private static ImportedModel detector(
      String name, int sidePx, int anchors, String order, SourceFile source) {
    return new ImportedModel(
        name,
        Task.FACE_DETECTION,
        source,
        picture(
            sidePx,
            new Range(-1, 1),
            "the picture letterboxed to a square with black; pixel / 127.5 - 1"),
        List.of(
            new Output(
                "regressors",
                List.of(1L, (long) anchors, 16L),
                Optional.empty(),
                "a row an anchor: centre, width and height of the face, then x, y of left eye,"
                    + " right eye (as seen in the picture), nose, mouth, two ears; in input pixels"
                    + " from the anchor's centre"),
            new Output(
                "scores",
                List.of(1L, (long) anchors, 1L),
                Optional.empty(),
                "logit that the anchor holds a face; " + order)));
  }

  private static Input picture(int sidePx, Range range, String meaning) {
    return new Input(
        List.of(1L, 3L, (long) sidePx, (long) sidePx), Layout.NCHW, Channels.RGB, range, meaning);
  }
}
