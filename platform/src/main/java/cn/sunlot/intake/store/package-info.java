@NullMarked
package cn.sunlot.intake.store;

import org.jspecify.annotations.NullMarked;
