@NullMarked
package cn.sunlot.tasking.web;

import org.jspecify.annotations.NullMarked;
