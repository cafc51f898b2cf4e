/**
 * Yearly inspection plans: of sections and departments (ZB-2, ZB-8, ZB-21), and joint ones of a
 * city or county, which the office of the joint conference makes of agreed proposals (TZ-13,
 * TZ-14).
 *
 * <p>A plan has versions: drafted, approved by the principal, published; an adjustment is a new
 * version with a reason, approved and published again, while the earlier one stays readable. Tasks
 * come from lines of approved plans, and from nothing else except what ZB-21 leaves outside.
 */
@ApplicationModule(
    displayName = "planning",
    allowedDependencies = {
      "kernel",
      "audit",
      "calendar",
      "organisation",
      "policy",
      "catalog",
      "registry",
      "burden"
    })
@NullMarked
package cn.sunlot.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
