/**
 * What teams do at a target: notice beforehand or none, each department's record of its own items,
 * with evidence, signature or refusal, and direct results where an inspection has become impossible
 * (TZ-30, TZ-32, PDS-18 to PDS-21, SX-4.3, ZB-13, ZB-15, ZB-15.5, ZB-17).
 */
@ApplicationModule(
    displayName = "fieldwork",
    allowedDependencies = {
      "kernel",
      "audit",
      "organisation",
      "policy",
      "calendar",
      "catalog",
      "checklist",
      "registry",
      "drawing",
      "tasking"
    })
@NullMarked
package cn.sunlot.fieldwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
