@NullMarked
package cn.sunlot.registry.usecase;

import org.jspecify.annotations.NullMarked;
