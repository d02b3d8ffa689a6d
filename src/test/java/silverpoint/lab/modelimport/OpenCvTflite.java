package silverpoint.lab.modelimport;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromTFLite;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;
import silverpoint.foundation.inference.Tensor;

/** The same TFLite file read and run by OpenCV: a reference that shares no code with ours. */
final class OpenCvTflite {
  private OpenCvTflite() {}

  /** Every output's values, in OpenCV's order of the outputs. */
  static List<float[]> run(byte[] tflite, Tensor input) {
    int[] shape = input.shape().stream().mapToInt(Long::intValue).toArray();
    try (Net net = readNetFromTFLite(new BytePointer(tflite), tflite.length);
        FloatPointer values = new FloatPointer(input.toArray());
        Mat blob = new Mat(shape, CV_32F, values);
        StringVector names = net.getUnconnectedOutLayersNames();
        MatVector results = new MatVector()) {
      net.setInput(blob);
      net.forward(results, names);
      List<float[]> outputs = new ArrayList<>();
      for (Mat result : results.get()) {
        float[] output = new float[Math.toIntExact(result.total())];
        try (FloatPointer data = new FloatPointer(result.data())) {
          data.get(output);
        }
        outputs.add(output);
      }
      return outputs;
    }
  }
}
