@NullMarked
package cn.sunlot.fieldwork.usecase;

import org.jspecify.annotations.NullMarked;
