@NullMarked
package cn.sunlot.organisation.store;

import org.jspecify.annotations.NullMarked;
