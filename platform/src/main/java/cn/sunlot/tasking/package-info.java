/**
 * From a plan line to the team on its way: tasks, pools with reasons, merged visits, teams, recusal
 * and replacement.
 *
 * <p>Clauses: ZB-2 and ZB-21 (nothing outside the plan but on a stated ground), ZB-9 and ZB-12 (who
 * is drawn, exempt, excluded, merged), ZB-10 and ZB-11 (too few officers, recusal, replacement).
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
