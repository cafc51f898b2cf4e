@NullMarked
package cn.sunlot.planning.store;

import org.jspecify.annotations.NullMarked;
