@NullMarked
package cn.sunlot.translog.note;

import org.jspecify.annotations.NullMarked;
