@NullMarked
package cn.sunlot.registry.store;

import org.jspecify.annotations.NullMarked;
