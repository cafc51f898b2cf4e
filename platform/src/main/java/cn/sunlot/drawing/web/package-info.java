@NullMarked
package cn.sunlot.drawing.web;

import org.jspecify.annotations.NullMarked;
