@NullMarked
package cn.sunlot.translog.witness;

import org.jspecify.annotations.NullMarked;
