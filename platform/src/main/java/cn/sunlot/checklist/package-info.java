/**
 * The form model of checklists and its engine (TZ-M5, TZ-28): sections, questions, conditions, what
 * counts as a problem and what follows from it, all as data.
 *
 * <p>Pure but for its words ({@link cn.sunlot.checklist.ChecklistWords}): what it says about a
 * definition and its answers is what {@code web/packages/checklist-engine} says in a browser;
 * {@code docs/checklist/} holds the schema and the cases by which both are tested.
 */
@ApplicationModule(
    displayName = "checklist",
    allowedDependencies = {"kernel"})
@NullMarked
package cn.sunlot.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
