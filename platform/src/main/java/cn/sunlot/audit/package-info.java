/**
 * The record of who did what: every step that matters is an entry, written in the transaction of
 * the change (TZ-4, PDS-5), and gets its place in one public log that only grows.
 *
 * <p>An entry's payload stays in the database with its salt; the entry itself holds only their
 * hash, so that personal data can be erased without breaking the record. Rows can be added and
 * read, never changed: by role and by trigger.
 */
@ApplicationModule(displayName = "audit", allowedDependencies = "kernel")
@NullMarked
package cn.sunlot.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
