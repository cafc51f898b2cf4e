/**
 * What every module speaks: credit codes, clauses, refusals, lifecycles, pages, who is signed in
 * and what they may see.
 *
 * <p>Open to all modules, and depends on none.
 */
@ApplicationModule(
    displayName = "kernel",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package cn.sunlot.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
