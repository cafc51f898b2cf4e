@NullMarked
package cn.sunlot.sample.store;

import org.jspecify.annotations.NullMarked;
