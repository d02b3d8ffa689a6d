package silverpoint.lab.modelimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a {@link TorchGraph} as a TorchScript archive of version 3, which libtorch 1.13 to 2.7
 * load: a zip of uncompressed entries below one folder, namely data.pkl (the module object),
 * code/__torch__.py (its class), data/0.. (weights, 32-bit floats, little-endian), constants.pkl
 * and version. Format: torch/csrc/jit/docs/serialization.md of PyTorch.
 */
final class TorchScriptWriter {
  /** The same on every run; a zip from 1980-01-01 would also hold the time zone. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private TorchScriptWriter() {}

  /** The archive's bytes; {@code folder} is its only top folder. */
  static byte[] write(TorchGraph graph, String folder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, folder + "/data.pkl", module(graph));
      put(zip, folder + "/code/__torch__.py", ascii(code(graph)));
      int key = 0;
      for (String name : graph.weightNames()) {
        put(zip, folder + "/data/" + key++, floats(graph.weight(name).values()));
      }
      put(zip, folder + "/constants.pkl", new Pickle().emptyTuple().stop());
      put(zip, folder + "/version", ascii("3\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String code(TorchGraph graph) {
    List<String> names = graph.weightNames();
    List<String> lines = new ArrayList<>();
    lines.add("class Net(Module):");
    lines.add(
        "  __parameters__ = [" + "\"%s\", ".repeat(names.size()).formatted(names.toArray()) + "]");
    lines.add("  __buffers__ = []");
    lines.add("  training : bool");
    names.forEach(name -> lines.add("  " + name + " : Tensor"));
    List<String> outputs = graph.outputs();
    String type =
        outputs.size() == 1
            ? "Tensor"
            : "Tuple[" + String.join(", ", Collections.nCopies(outputs.size(), "Tensor")) + "]";
    lines.add("  def forward(self: __torch__.Net,");
    lines.add("    " + TorchGraph.INPUT + ": Tensor) -> " + type + ":");
    graph.assignments().forEach(assignment -> lines.add("    " + assignment));
    String results = String.join(", ", outputs);
    lines.add("    return " + (outputs.size() == 1 ? results : "(" + results + ")"));
    return String.join("\n", lines) + "\n";
  }

  private static byte[] module(TorchGraph graph) {
    Pickle pickle = new Pickle().global("__torch__", "Net").emptyTuple().newObject();
    pickle.emptyDict().mark().string("training").isFalse();
    int key = 0;
    for (String name : graph.weightNames()) {
      TorchGraph.Weight weight = graph.weight(name);
      pickle.string(name).global("torch._utils", "_rebuild_tensor_v2").mark();
      pickle.mark().string("storage").global("torch", "FloatStorage");
      pickle.string(Integer.toString(key++)).string("cpu").integer(weight.values().length);
      pickle.tuple().persistent();
      pickle.integer(0).integers(weight.shape()).integers(strides(weight.shape()));
      // requires_grad, then no backward hooks
      pickle.isFalse().global("collections", "OrderedDict").emptyTuple().call();
      pickle.tuple().call();
    }
    return pickle.setItems().build().stop();
  }

  private static List<Integer> strides(List<Integer> shape) {
    List<Integer> strides = new ArrayList<>();
    int stride = 1;
    for (int extent : shape.reversed()) {
      strides.addFirst(stride);
      stride *= extent;
    }
    return strides;
  }

  private static byte[] floats(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(DATE);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
