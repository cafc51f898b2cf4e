@NullMarked
package cn.sunlot.translog.tiles;

import org.jspecify.annotations.NullMarked;
