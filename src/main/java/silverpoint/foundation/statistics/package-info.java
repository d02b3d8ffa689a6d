/**
 * What measured times say and what they do not: quantiles only where enough samples stand behind
 * them, spread, resampled intervals, and differences that are more than noise. Pure arithmetic.
 */
@NullMarked
package silverpoint.foundation.statistics;

import org.jspecify.annotations.NullMarked;
