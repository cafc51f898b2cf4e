@NullMarked
package cn.sunlot.burden.store;

import org.jspecify.annotations.NullMarked;
