/**
 * Papers for printing: a template, filled and set as PDF/A with the font in it.
 *
 * <p>A module builds the record of what its paper says and hands it to {@link
 * cn.sunlot.kernel.papers.Papers}; templates lie in {@code papers/}, their words in {@code
 * messages/}. The same paper is the same bytes, whenever it is printed.
 */
@NullMarked
package cn.sunlot.kernel.papers;

import org.jspecify.annotations.NullMarked;
