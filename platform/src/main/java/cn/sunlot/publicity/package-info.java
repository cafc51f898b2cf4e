/**
 * What is public, copied into a schema of its own that the public site reads (TZ-13, TZ-19, TZ-30,
 * ZB-5, ZB-7, ZB-15, ZB-16, N-12).
 *
 * <p>Rows are copied by listeners in the transaction that publishes, so that the public sees
 * neither more nor less than what was published. Names of drawn targets appear with their results,
 * not before. Every copy is made anew from the modules below, so a rebuild gives the same rows.
 */
@ApplicationModule(
    displayName = "publicity",
    allowedDependencies = {
      "kernel",
      "organisation",
      "policy",
      "calendar",
      "catalog",
      "checklist",
      "registry",
      "credit",
      "drawing",
      "planning",
      "tasking",
      "results"
    })
@NullMarked
package cn.sunlot.publicity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
