/**
 * Results, from the accepted record to the public page: task reports with their due days,
 * publication, correction that leaves the original visible (ZB-15, ZB-15.4, ZB-16, TZ-31).
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
