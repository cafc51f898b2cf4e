/**
 * How often each target was drawn this year, and what is left of its ceilings (ZB-12, TZ-M10,
 * PDS-10, N-1).
 *
 * <p>A visit merged from several tasks counts once. Caused inspections do not count. Earlier draws
 * of the year are taken over from a spreadsheet.
 */
@ApplicationModule(
    displayName = "burden",
    allowedDependencies = {
      "kernel",
      "audit",
      "organisation",
      "policy",
      "imports",
      "catalog",
      "registry"
    })
@NullMarked
package cn.sunlot.burden;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
