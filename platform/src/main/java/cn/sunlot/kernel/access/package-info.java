@NullMarked
package cn.sunlot.kernel.access;

import org.jspecify.annotations.NullMarked;
