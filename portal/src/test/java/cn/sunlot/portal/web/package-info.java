@NullMarked
package cn.sunlot.portal.web;

import org.jspecify.annotations.NullMarked;
