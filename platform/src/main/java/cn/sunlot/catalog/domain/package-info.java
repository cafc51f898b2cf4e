@NullMarked
package cn.sunlot.catalog.domain;

import org.jspecify.annotations.NullMarked;
