/**
 * What teams do at a target: the record of the visit, item by item, with evidence, signature or
 * refusal, and direct results where an inspection has become impossible (ZB-13, ZB-15, ZB-15.5,
 * ZB-17).
 */
@ApplicationModule(
    displayName = "fieldwork",
    allowedDependencies = {
      "kernel",
      "audit",
      "organisation",
      "policy",
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
