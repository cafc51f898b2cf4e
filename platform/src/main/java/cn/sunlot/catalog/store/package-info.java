@NullMarked
package cn.sunlot.catalog.store;

import org.jspecify.annotations.NullMarked;
