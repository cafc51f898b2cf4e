@NullMarked
package cn.sunlot.burden.web;

import org.jspecify.annotations.NullMarked;
