/**
 * Files by their SHA-256. What holds personal data is sealed: {@link cn.sunlot.kernel.files.Files}
 * is what others use, {@link cn.sunlot.kernel.files.PersonalFiles} what they tell.
 */
@NullMarked
package cn.sunlot.kernel.files;

import org.jspecify.annotations.NullMarked;
