/** What the library says to people, in Chinese and English, from one resource bundle. */
@NullMarked
package cn.sunlot.draw.text;

import org.jspecify.annotations.NullMarked;
