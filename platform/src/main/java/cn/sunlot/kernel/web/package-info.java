@NullMarked
package cn.sunlot.kernel.web;

import org.jspecify.annotations.NullMarked;
