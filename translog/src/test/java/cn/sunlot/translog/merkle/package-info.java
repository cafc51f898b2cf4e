@NullMarked
package cn.sunlot.translog.merkle;

import org.jspecify.annotations.NullMarked;
