@NullMarked
package cn.sunlot.planning.usecase;

import org.jspecify.annotations.NullMarked;
