/**
 * Drawing targets: the frame and its files (sections 3, 4), round 0 and substitute rounds (sections
 * 8, 10).
 *
 * <p>Flat arrays throughout: ten million units are a few hundred megabytes and no objects.
 */
@NullMarked
package cn.sunlot.draw.targets;

import org.jspecify.annotations.NullMarked;
