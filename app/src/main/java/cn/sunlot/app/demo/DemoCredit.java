package cn.sunlot.app.demo;

/**
 * Credit: what is known of the enterprises, the lists, the scorecard, and two computations with
 * what came in between.
 */
final class DemoCredit {

  private final DemoRecords records;
  private final DemoLists lists;
  private final DemoScorecard scorecard;
  private final DemoWarnings warnings;

  DemoCredit(DemoBureau bureau, DemoTargets targets) {
    this.records = new DemoRecords(bureau, targets);
    this.lists = new DemoLists(bureau, targets);
    this.scorecard = new DemoScorecard(bureau);
    this.warnings = new DemoWarnings(bureau);
  }

  /** Up to the first classes, with which the tasks are drawn. */
  void make() {
    records.make();
    lists.make();
    scorecard.make();
    scorecard.compute();
    warnings.settle();
  }

  /** After the results of the first task: what else came in, and classes computed again. */
  void goOn() {
    records.makeLatest();
    scorecard.compute();
    scorecard.proposeNext();
  }
}
