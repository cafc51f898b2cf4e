/**
 * How risky a target is, and why: scorecards as data, risk classes explained term by term, lists
 * with their tags in the registry, warnings, and whether the classes predict anything (TZ-M10,
 * TZ-M11, TZ-18, SX-3.5, N-10, N-11, N-14).
 *
 * <p>Inspectors are no input: nothing that is stored here, and no source of an indicator, names a
 * person who inspects.
 */
@ApplicationModule(
    displayName = "credit",
    allowedDependencies = {"kernel", "audit", "organisation", "imports", "registry"})
@NullMarked
package cn.sunlot.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
