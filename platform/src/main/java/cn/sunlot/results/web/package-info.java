@NullMarked
package cn.sunlot.results.web;

import org.jspecify.annotations.NullMarked;
