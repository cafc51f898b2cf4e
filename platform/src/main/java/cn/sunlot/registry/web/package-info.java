@NullMarked
package cn.sunlot.registry.web;

import org.jspecify.annotations.NullMarked;
