/**
 * Who is who and may see what: authorities, departments and their sections, people, roles, scope,
 * sign-in (ZB-4, ZB-20, PDS-25).
 *
 * <p>Three administrators (system, security, audit) exclude each other.
 */
@ApplicationModule(
    displayName = "organisation",
    allowedDependencies = {"kernel", "audit"})
@NullMarked
package cn.sunlot.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
