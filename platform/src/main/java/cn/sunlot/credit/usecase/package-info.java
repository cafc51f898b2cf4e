@NullMarked
package cn.sunlot.credit.usecase;

import org.jspecify.annotations.NullMarked;
