@NullMarked
package cn.sunlot.bench;

import org.jspecify.annotations.NullMarked;
