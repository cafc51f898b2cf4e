@NullMarked
package cn.sunlot.draw.matching;

import org.jspecify.annotations.NullMarked;
