/**
 * Matching inspectors to slots at random (section 9 of the draw's specification) and the inspector
 * part of substitute rounds (section 10).
 *
 * <p>{@link cn.sunlot.draw.matching.Roster} is the document, {@link
 * cn.sunlot.draw.matching.Standing} what holds at a moment (who serves where, who is recused,
 * absent, what capacity is left), {@link cn.sunlot.draw.matching.Matching} the solver.
 */
@NullMarked
package cn.sunlot.draw.matching;

import org.jspecify.annotations.NullMarked;
