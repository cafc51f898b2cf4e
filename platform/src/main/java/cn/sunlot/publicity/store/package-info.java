@NullMarked
package cn.sunlot.publicity.store;

import org.jspecify.annotations.NullMarked;
