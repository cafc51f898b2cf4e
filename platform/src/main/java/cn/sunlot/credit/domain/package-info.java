@NullMarked
package cn.sunlot.credit.domain;

import org.jspecify.annotations.NullMarked;
