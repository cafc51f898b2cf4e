/** Profile files: read, checked, laid over each other, typed. */
@NullMarked
package cn.sunlot.policy.profiles;

import org.jspecify.annotations.NullMarked;
