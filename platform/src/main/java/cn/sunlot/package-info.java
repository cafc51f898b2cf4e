@NullMarked
package cn.sunlot;

import org.jspecify.annotations.NullMarked;
