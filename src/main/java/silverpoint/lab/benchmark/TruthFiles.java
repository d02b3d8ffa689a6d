package silverpoint.lab.benchmark;

import java.nio.file.Path;
import java.util.Optional;
import silverpoint.lab.accuracy.EdgeAnnotations;
import silverpoint.lab.accuracy.FaceLabels;
import silverpoint.lab.accuracy.MaskAnnotations;

/**
 * Where the truth lies.
 *
 * @param edges folder of people's lines
 * @param faces file of marked faces
 * @param persons folder of marked persons
 */
public record TruthFiles(Optional<Path> edges, Optional<Path> faces, Optional<Path> persons) {
  public Truth read() {
    return new Truth(
        edges.map(EdgeAnnotations::new),
        faces.map(FaceLabels::read),
        persons.map(MaskAnnotations::new));
  }
}
