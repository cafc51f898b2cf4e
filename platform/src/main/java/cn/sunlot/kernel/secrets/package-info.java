@NullMarked
package cn.sunlot.kernel.secrets;

import org.jspecify.annotations.NullMarked;
