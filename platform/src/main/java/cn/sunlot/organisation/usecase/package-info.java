@NullMarked
package cn.sunlot.organisation.usecase;

import org.jspecify.annotations.NullMarked;
