@NullMarked
package cn.sunlot.results.usecase;

import org.jspecify.annotations.NullMarked;
