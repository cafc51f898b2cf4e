/**
 * Every kind of value of a transcript, changed in every way, as a list that verifiers in any
 * language can run: {@code src/test/resources/mutations}.
 */
@NullMarked
package cn.sunlot.draw.mutations;

import org.jspecify.annotations.NullMarked;
