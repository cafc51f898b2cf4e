@NullMarked
package cn.sunlot.results.domain;

import org.jspecify.annotations.NullMarked;
