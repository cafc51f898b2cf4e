@NullMarked
package cn.sunlot.audit.store;

import org.jspecify.annotations.NullMarked;
