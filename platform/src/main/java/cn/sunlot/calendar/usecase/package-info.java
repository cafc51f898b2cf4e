/** What is done with the calendar: seeded, changed, announced. */
@NullMarked
package cn.sunlot.calendar.usecase;

import org.jspecify.annotations.NullMarked;
