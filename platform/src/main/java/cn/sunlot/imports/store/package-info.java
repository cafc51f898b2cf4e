@NullMarked
package cn.sunlot.imports.store;

import org.jspecify.annotations.NullMarked;
