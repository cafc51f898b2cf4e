@NullMarked
package cn.sunlot.tasking.domain;

import org.jspecify.annotations.NullMarked;
