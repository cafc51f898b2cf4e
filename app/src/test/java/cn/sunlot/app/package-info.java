@NullMarked
package cn.sunlot.app;

import org.jspecify.annotations.NullMarked;
