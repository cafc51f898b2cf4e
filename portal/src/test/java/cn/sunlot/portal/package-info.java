@NullMarked
package cn.sunlot.portal;

import org.jspecify.annotations.NullMarked;
