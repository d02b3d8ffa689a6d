/**
 * Load as MLPerf's LoadGen makes it (Reddi et al. 2020): scenarios say when queries arrive, a query
 * is timed from its scheduled arrival, a run lasts long enough and says whether it is valid. Knows
 * nothing of what answers the queries.
 */
@NullMarked
package silverpoint.lab.loadgen;

import org.jspecify.annotations.NullMarked;
