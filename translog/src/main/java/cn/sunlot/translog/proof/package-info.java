/** C2SP tlog-proof: one file that shows, without a network, that an entry is in the log. */
@NullMarked
package cn.sunlot.translog.proof;

import org.jspecify.annotations.NullMarked;
