/**
 * Photos made hard on purpose: one good photo becomes dark, backlit, blurred, half hidden and so
 * on, by seeded photometry and painted things, so that a pipeline can be measured on light and
 * obstacles of which no photos with a known truth exist.
 */
@NullMarked
package silverpoint.lab.corruption;

import org.jspecify.annotations.NullMarked;
