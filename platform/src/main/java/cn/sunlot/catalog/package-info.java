/**
 * The list of inspection items and their checklists (ZB-5, TZ-7, TZ-8, TZ-28).
 *
 * <p>An item has versions: drafted by its section, approved by the bureau's leaders, published, and
 * from then on never changed; a change is a new version, and the earlier one ends on the day the
 * new one begins. A checklist belongs to an item version and freezes with it.
 *
 * <p>A joint item has participants besides its lead (TZ-M3, TZ-7, PDS-6): the office of the joint
 * conference consolidates it, enters the decision and publishes it in a batch. A superior's lists
 * are kept in editions; items may be taken from them, or must be where the profile says so
 * (RS-2.2).
 */
@ApplicationModule(
    displayName = "catalog",
    allowedDependencies = {"kernel", "audit", "organisation", "policy", "checklist", "imports"})
@NullMarked
package cn.sunlot.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
