@NullMarked
package cn.sunlot.screen;

import org.jspecify.annotations.NullMarked;
