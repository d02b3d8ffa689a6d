/**
 * Load as MLPerf's LoadGen makes it (Reddi et al. 2020): scenarios say when queries arrive, a query
 * is timed from its scheduled arrival, a run lasts long enough and says whether it is valid. In
 * goes whatever answers queries, out comes a {@link silverpoint.lab.loadgen.LoadLog}. Knows nothing
 * of what the answers are. Begin with {@link silverpoint.lab.loadgen.LoadGenerator}.
 */
@NullMarked
package silverpoint.lab.loadgen;

import org.jspecify.annotations.NullMarked;
