@NullMarked
package cn.sunlot.drawing.usecase;

import org.jspecify.annotations.NullMarked;
