/** The calendar as a page. */
@NullMarked
package cn.sunlot.calendar.web;

import org.jspecify.annotations.NullMarked;
