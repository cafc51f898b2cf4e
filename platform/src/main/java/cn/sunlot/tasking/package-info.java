/**
 * From a plan line to the team on its way: tasks of one department or several, pools with reasons,
 * lists that go down the line, merged visits, teams, recusal and replacement.
 *
 * <p>Clauses: TZ-17 and PDS-12 (set-up with invited departments), TZ-19 and PDS-13 (drawn above,
 * carried out below), TZ-20 and PDS-2.1 (one visit for all tasks at a target), ZB-2 and ZB-21
 * (nothing outside the plan but on a stated ground), ZB-9 and ZB-12 (who is drawn, exempt,
 * excluded, merged), TZ-21, TZ-22, PDS-15, PDS-17, SX-4.2 and ZB-7 (who is of a team, who leads it,
 * who draws it), TZ-23, TZ-24, PDS-16, ZB-10 and ZB-11 (too few officers, recusal, replacement, and
 * who decides on them), N-6 (nobody inspects without a licence).
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
