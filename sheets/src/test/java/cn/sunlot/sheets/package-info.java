@NullMarked
package cn.sunlot.sheets;

import org.jspecify.annotations.NullMarked;
