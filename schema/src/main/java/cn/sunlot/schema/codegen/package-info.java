/** jOOQ generation from the migrations, in the build. */
@NullMarked
package cn.sunlot.schema.codegen;

import org.jspecify.annotations.NullMarked;
