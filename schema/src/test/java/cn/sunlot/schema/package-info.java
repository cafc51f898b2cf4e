@NullMarked
package cn.sunlot.schema;

import org.jspecify.annotations.NullMarked;
