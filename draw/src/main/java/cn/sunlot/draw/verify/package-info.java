/** Checking: whole transcripts (section 12), and test vectors. */
@NullMarked
package cn.sunlot.draw.verify;

import org.jspecify.annotations.NullMarked;
