@NullMarked
package cn.sunlot.registry.domain;

import org.jspecify.annotations.NullMarked;
