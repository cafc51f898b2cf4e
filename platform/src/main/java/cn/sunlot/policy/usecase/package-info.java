/** What is done with profiles: loaded, confirmed. */
@NullMarked
package cn.sunlot.policy.usecase;

import org.jspecify.annotations.NullMarked;
