/**
 * Working days in China: weekdays, the holidays and the make-up working days that the State Council
 * announces each year.
 *
 * <p>A day in a year that is not announced yet is computed provisionally and says so; it never
 * blocks work. Deadlines are dates that their owners compute once here and store; {@link
 * cn.sunlot.calendar.CalendarChanged} tells them when to compute provisional ones again.
 */
@ApplicationModule(
    displayName = "calendar",
    allowedDependencies = {"kernel", "audit"})
@NullMarked
package cn.sunlot.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
