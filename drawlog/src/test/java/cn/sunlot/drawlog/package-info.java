@NullMarked
package cn.sunlot.drawlog;

import org.jspecify.annotations.NullMarked;
