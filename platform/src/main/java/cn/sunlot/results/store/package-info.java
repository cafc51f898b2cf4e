@NullMarked
package cn.sunlot.results.store;

import org.jspecify.annotations.NullMarked;
