/** C2SP tlog-witness: what a witness is asked, and what it answers. */
@NullMarked
package cn.sunlot.translog.witness;

import org.jspecify.annotations.NullMarked;
