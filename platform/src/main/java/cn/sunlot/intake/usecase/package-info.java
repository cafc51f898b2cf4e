@NullMarked
package cn.sunlot.intake.usecase;

import org.jspecify.annotations.NullMarked;
