@NullMarked
package cn.sunlot.fieldwork.web;

import org.jspecify.annotations.NullMarked;
