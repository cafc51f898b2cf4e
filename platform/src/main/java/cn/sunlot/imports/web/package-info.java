@NullMarked
package cn.sunlot.imports.web;

import org.jspecify.annotations.NullMarked;
