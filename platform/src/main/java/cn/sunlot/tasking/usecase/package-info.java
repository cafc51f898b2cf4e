@NullMarked
package cn.sunlot.tasking.usecase;

import org.jspecify.annotations.NullMarked;
