@NullMarked
package cn.sunlot.translog;

import org.jspecify.annotations.NullMarked;
