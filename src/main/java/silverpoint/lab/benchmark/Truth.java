package silverpoint.lab.benchmark;

import java.util.Optional;
import silverpoint.lab.accuracy.EdgeAnnotations;
import silverpoint.lab.accuracy.FaceLabels;
import silverpoint.lab.accuracy.MaskAnnotations;

/**
 * What people say about the pictures, as far as it is known.
 *
 * @param edges their lines
 * @param faces their faces
 * @param persons their persons
 */
public record Truth(
    Optional<EdgeAnnotations> edges,
    Optional<FaceLabels> faces,
    Optional<MaskAnnotations> persons) {}
