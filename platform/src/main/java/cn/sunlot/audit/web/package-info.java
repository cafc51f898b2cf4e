@NullMarked
package cn.sunlot.audit.web;

import org.jspecify.annotations.NullMarked;
