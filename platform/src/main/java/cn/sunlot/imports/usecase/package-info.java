@NullMarked
package cn.sunlot.imports.usecase;

import org.jspecify.annotations.NullMarked;
