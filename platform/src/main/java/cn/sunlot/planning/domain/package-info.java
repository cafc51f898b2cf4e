@NullMarked
package cn.sunlot.planning.domain;

import org.jspecify.annotations.NullMarked;
