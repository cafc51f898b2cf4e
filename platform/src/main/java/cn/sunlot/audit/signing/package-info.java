@NullMarked
package cn.sunlot.audit.signing;

import org.jspecify.annotations.NullMarked;
