/** Loaded versions of profiles and confirmations of expired ones. */
@NullMarked
package cn.sunlot.policy.store;

import org.jspecify.annotations.NullMarked;
