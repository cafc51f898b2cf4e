@NullMarked
package cn.sunlot.credit.web;

import org.jspecify.annotations.NullMarked;
