@NullMarked
package cn.sunlot.drawing.domain;

import org.jspecify.annotations.NullMarked;
