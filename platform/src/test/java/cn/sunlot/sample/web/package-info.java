@NullMarked
package cn.sunlot.sample.web;

import org.jspecify.annotations.NullMarked;
