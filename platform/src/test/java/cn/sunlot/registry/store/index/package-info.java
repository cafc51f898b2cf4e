@NullMarked
package cn.sunlot.registry.store.index;

import org.jspecify.annotations.NullMarked;
