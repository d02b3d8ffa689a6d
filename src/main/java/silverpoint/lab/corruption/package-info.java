/**
 * Photos made hard on purpose: one good photo becomes dark, backlit, blurred, half hidden and so
 * on, by seeded photometry and painted things, so that a pipeline can be measured on light and
 * obstacles of which no photos with a known truth exist. In goes a {@link
 * silverpoint.lab.corruption.Scene}, out comes a {@link silverpoint.lab.corruption.HardPhoto}.
 * Begin with {@link silverpoint.lab.corruption.Corruption}.
 */
@NullMarked
package silverpoint.lab.corruption;

import org.jspecify.annotations.NullMarked;
