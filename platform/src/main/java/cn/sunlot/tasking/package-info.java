/**
 * From a plan line to the team on its way: tasks of one department or several, pools with reasons,
 * lists that go down the line, merged visits, teams, recusal and replacement.
 *
 * <p>Clauses: TZ-17 and PDS-12 (set-up with invited departments), TZ-19 and PDS-13 (drawn above,
 * carried out below), TZ-20 and PDS-2.1 (one visit for all tasks at a target), ZB-2 and ZB-21
 * (nothing outside the plan but on a stated ground), ZB-9 and ZB-12 (who is drawn, exempt,
 * excluded, merged), ZB-10 and ZB-11 (too few officers, recusal, replacement).
 */
@ApplicationModule(
    displayName = "tasking",
    allowedDependencies = {
      "kernel",
      "audit",
      "organisation",
      "policy",
      "calendar",
      "catalog",
      "registry",
      "burden",
      "drawing",
      "planning"
    })
@NullMarked
package cn.sunlot.tasking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
