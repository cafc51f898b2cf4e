@NullMarked
package cn.sunlot.audit.usecase;

import org.jspecify.annotations.NullMarked;
