@NullMarked
package cn.sunlot.publicity.usecase;

import org.jspecify.annotations.NullMarked;
