/** Announced years and the days that differ from the plain week. */
@NullMarked
package cn.sunlot.calendar.store;

import org.jspecify.annotations.NullMarked;
