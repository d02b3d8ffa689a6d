/**
 * How right a model is, against pictures that people have annotated: edges by the protocol of the
 * Berkeley Segmentation Data Set, faces by average precision and key-point error, masks by overlap
 * and border. Knows annotations and arithmetic; how a model is run is somebody else's matter.
 */
@NullMarked
package silverpoint.lab.accuracy;

import org.jspecify.annotations.NullMarked;
