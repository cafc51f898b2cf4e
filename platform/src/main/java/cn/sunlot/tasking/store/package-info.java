@NullMarked
package cn.sunlot.tasking.store;

import org.jspecify.annotations.NullMarked;
