/**
 * Draws of targets and of inspectors, from the frozen pool to the signed record: prepared,
 * committed, revealed, drawn, closed, or void (ZB-9, ZB-9.1, ZB-12, TZ-18, N-15).
 *
 * <p>What is drawn is computed by the library {@code cn.sunlot.draw} and can be repeated by anybody
 * from the published transcript. There is one commitment per draw, a drawn list never changes, and
 * a draw that is given up stays visible as void.
 */
@ApplicationModule(
    displayName = "drawing",
    allowedDependencies = {"kernel", "audit", "intake", "organisation", "policy"})
@NullMarked
package cn.sunlot.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
