/**
 * A year under each regulation, told on the real database: plan, joint task, draw, visits, results,
 * what follows.
 *
 * <p>{@link cn.sunlot.story.year.YearOfACity} has the chapters; in every city the same things
 * happen on the same days, and each city's test says what its regulation makes of them, in numbers
 * and dates that were counted by hand. {@link cn.sunlot.story.year.ZiboYearTest} is the year of one
 * bureau. {@link cn.sunlot.story.year.SameEventsOtherOutcomeTest} plays a handful of events under
 * all of them and compares the outcomes in one table. The verbs are in {@code Year}, {@code
 * CityPlanning}, {@code CityWork} and {@code BureauWork}.
 */
@org.jspecify.annotations.NullMarked
package cn.sunlot.story.year;
