@NullMarked
package cn.sunlot.burden.usecase;

import org.jspecify.annotations.NullMarked;
