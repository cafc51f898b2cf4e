/**
 * Which rules bind an authority on a day: rule profiles, one per regulation, each value with its
 * clause (TZ-42, TZ-43, ZB-21.2, ZB-22).
 *
 * <p>A profile is a YAML file {@code profiles/<id>.yaml} with id, version and validity. It inherits
 * value by value; the values of a superior that it names prevail. What was loaded once stays in an
 * append-only table, so that a task finds the version that it froze. {@code Profile.hash()} is the
 * SHA-256 of the bytes of all files of the chain, one after the other in the order of {@code
 * Profile.chain()}: {@code cat base.yaml zibo_miit.yaml | sha256sum}.
 *
 * <p>No code outside the files knows the id of a profile. Why so: {@code
 * docs/adr/2026-11-21-rule-profiles.md}.
 */
@ApplicationModule(
    displayName = "policy",
    allowedDependencies = {"kernel", "audit", "calendar", "organisation"})
@NullMarked
package cn.sunlot.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
