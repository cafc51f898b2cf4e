@NullMarked
package cn.sunlot.fieldwork.store;

import org.jspecify.annotations.NullMarked;
