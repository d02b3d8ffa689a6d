/**
 * What measured times say and what they do not: quantiles only where enough samples stand behind
 * them, spread, resampled intervals, and differences that are more than noise. In go series of
 * numbers, out come figures with their uncertainty. Pure arithmetic. Begin with {@link
 * silverpoint.foundation.statistics.Distribution}.
 */
@NullMarked
package silverpoint.foundation.statistics;

import org.jspecify.annotations.NullMarked;
