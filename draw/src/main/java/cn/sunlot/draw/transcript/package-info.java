/** The files of a draw (section 11): what is published so that anybody can repeat it. */
@NullMarked
package cn.sunlot.draw.transcript;

import org.jspecify.annotations.NullMarked;
