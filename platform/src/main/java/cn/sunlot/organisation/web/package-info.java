@NullMarked
package cn.sunlot.organisation.web;

import org.jspecify.annotations.NullMarked;
