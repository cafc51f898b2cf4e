/** Clause by clause: which test shows what the regulations ask for. */
@NullMarked
package cn.sunlot.law;

import org.jspecify.annotations.NullMarked;
