/**
 * How right a model is, against pictures that people have annotated: edges by the protocol of the
 * Berkeley Segmentation Data Set, faces by average precision and key-point error, masks by overlap
 * and border. In go answers and annotations, out come scores. How a model is run is somebody else's
 * matter. Begin with {@link silverpoint.lab.accuracy.EdgeAgreement}.
 */
@NullMarked
package silverpoint.lab.accuracy;

import org.jspecify.annotations.NullMarked;
