package cn.sunlot.story.year;

import org.junit.jupiter.api.Test;

/**
 * 2026 in a city where market supervision leads a joint inspection of businesses that trade in
 * dangerous chemicals, emergency management takes part with an item of its own, and ecology does
 * not. The same things happen in every city on the same days; what its regulation makes of them is
 * told in the chapters of each.
 *
 * <p>Days off: 15 to 23 February, 4 to 6 April, 1 to 5 May, 19 to 21 June; Saturday 9 May is
 * worked.
 */
abstract class YearOfACity extends CityWork {

  @Test
  final void the_year() throws Exception {
    december_before();
    the_lists();
    january_and_february();
    early_april_the_task();
    the_eighth_of_april_targets();
    the_ninth_of_april_teams();
    mid_april_visits();
    april_and_may_results();
    after_publication();
    beside_the_plan();
    december();
  }

  /** What departments are told to owe before the year begins. */
  abstract void december_before() throws Exception;

  /** Lists of items: who decides, and what does not come into them. */
  abstract void the_lists() throws Exception;

  /** Proposals, one of them of 3 February; the plan, decided on 10 and published on 26 February. */
  abstract void january_and_february() throws Exception;

  /** The task of the line: opened on 1 April, joined and set up on the 7th. */
  abstract void early_april_the_task() throws Exception;

  /** A hundred businesses, four of them with a past; six are drawn. */
  abstract void the_eighth_of_april_targets() throws Exception;

  /** Teams are drawn on the 9th; on the 10th one officer is ill and one has an interest. */
  abstract void the_ninth_of_april_teams() throws Exception;

  /** Four businesses are visited on 14 April, two on the 21st; one of those is not there. */
  abstract void mid_april_visits() throws Exception;

  /** What is entered, approved, published, and until when. */
  abstract void april_and_may_results() throws Exception;

  /** A correction, and what follows from what was found. */
  abstract void after_publication() throws Exception;

  /** In May somebody wants to inspect what is in no plan. */
  abstract void beside_the_plan() throws Exception;

  /** The facts of the year. */
  abstract void december() throws Exception;
}
