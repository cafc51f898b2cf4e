@NullMarked
package cn.sunlot.portal.store;

import org.jspecify.annotations.NullMarked;
