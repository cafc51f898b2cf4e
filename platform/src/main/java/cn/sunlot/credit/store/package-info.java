@NullMarked
package cn.sunlot.credit.store;

import org.jspecify.annotations.NullMarked;
