/** C2SP signed-note, tlog-checkpoint and tlog-cosignature: what the log and its witnesses sign. */
@NullMarked
package cn.sunlot.translog.note;

import org.jspecify.annotations.NullMarked;
