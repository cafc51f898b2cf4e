/** Which version holds on a day. */
@NullMarked
package cn.sunlot.policy.domain;

import org.jspecify.annotations.NullMarked;
