@NullMarked
package cn.sunlot.translog.proof;

import org.jspecify.annotations.NullMarked;
