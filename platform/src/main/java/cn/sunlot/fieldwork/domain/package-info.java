@NullMarked
package cn.sunlot.fieldwork.domain;

import org.jspecify.annotations.NullMarked;
