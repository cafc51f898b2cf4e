/**
 * Results, from the accepted record to the public page: last days by the rules of each task, task
 * reports where they are asked for, publication department by department, correction that leaves
 * the original visible (ZB-15, ZB-15.4, ZB-16, PDS-20, PDS-22, TZ-30, TZ-31, TZ-M9).
 */
@ApplicationModule(
    displayName = "results",
    allowedDependencies = {
      "kernel",
      "audit",
      "organisation",
      "policy",
      "calendar",
      "catalog",
      "credit",
      "drawing",
      "tasking",
      "fieldwork"
    })
@NullMarked
package cn.sunlot.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
