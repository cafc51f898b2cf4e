@NullMarked
package cn.sunlot.catalog.usecase;

import org.jspecify.annotations.NullMarked;
