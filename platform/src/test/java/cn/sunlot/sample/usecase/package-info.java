@NullMarked
package cn.sunlot.sample.usecase;

import org.jspecify.annotations.NullMarked;
