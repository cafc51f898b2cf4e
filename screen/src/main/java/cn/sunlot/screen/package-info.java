/**
 * The draw screen (大屏): a draw as the room and the public watch it, live.
 *
 * <p>Back office and public site show the same document with the same template; only the room has
 * names, where the rules allow them. Whatever moves is decoration: every document is complete.
 */
@NullMarked
package cn.sunlot.screen;

import org.jspecify.annotations.NullMarked;
