@NullMarked
package cn.sunlot.sample.domain;

import org.jspecify.annotations.NullMarked;
