/** Journeys of people through the running program. */
@NullMarked
package cn.sunlot.e2e;

import org.jspecify.annotations.NullMarked;
