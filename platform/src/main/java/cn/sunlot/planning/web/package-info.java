@NullMarked
package cn.sunlot.planning.web;

import org.jspecify.annotations.NullMarked;
