@NullMarked
package cn.sunlot.drawing.store;

import org.jspecify.annotations.NullMarked;
