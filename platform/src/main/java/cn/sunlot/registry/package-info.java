/**
 * Who is inspected and who inspects: targets with credit risk class and tags, inspectors with
 * licence, leave and declared interests (ZB-6, ZB-7, TZ-9 to TZ-12).
 */
@ApplicationModule(
    displayName = "registry",
    allowedDependencies = {"kernel", "audit", "organisation", "policy", "imports"})
@NullMarked
package cn.sunlot.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
