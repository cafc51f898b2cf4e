@NullMarked
package cn.sunlot.schema.codegen;

import org.jspecify.annotations.NullMarked;
