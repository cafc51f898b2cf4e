/** Counting in working days. */
@NullMarked
package cn.sunlot.calendar.domain;

import org.jspecify.annotations.NullMarked;
