/** C2SP tlog-tiles: the tree and its entries as files that never change. */
@NullMarked
package cn.sunlot.translog.tiles;

import org.jspecify.annotations.NullMarked;
