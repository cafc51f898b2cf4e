@NullMarked
package cn.sunlot.organisation.domain;

import org.jspecify.annotations.NullMarked;
