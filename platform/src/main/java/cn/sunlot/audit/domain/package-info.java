@NullMarked
package cn.sunlot.audit.domain;

import org.jspecify.annotations.NullMarked;
