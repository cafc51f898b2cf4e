@NullMarked
package cn.sunlot.kernel.files;

import org.jspecify.annotations.NullMarked;
