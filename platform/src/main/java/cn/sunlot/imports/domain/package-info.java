@NullMarked
package cn.sunlot.imports.domain;

import org.jspecify.annotations.NullMarked;
