/**
 * The verifiable draw: commitment, seed, tickets, selection, matching, transcript, verification.
 *
 * <p>Pure functions over bytes; no framework, no database, no floating-point number.
 */
@NullMarked
package cn.sunlot.draw;

import org.jspecify.annotations.NullMarked;
