@NullMarked
package cn.sunlot.catalog.web;

import org.jspecify.annotations.NullMarked;
