/** Profiles as pages, in words. */
@NullMarked
package cn.sunlot.policy.web;

import org.jspecify.annotations.NullMarked;
