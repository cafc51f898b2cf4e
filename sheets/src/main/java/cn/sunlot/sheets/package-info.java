/**
 * Tabular files for people: reading xlsx and csv as they come, writing xlsx and csv that stay data.
 *
 * <p>Start at {@link cn.sunlot.sheets.Sheets#open}. Every cell is text. A file that cannot be read
 * safely ends in a {@link cn.sunlot.sheets.SheetRefused}; a cell whose value cannot be trusted is a
 * {@link cn.sunlot.sheets.Problem} of its row. {@link cn.sunlot.sheets.Normalised} makes names and
 * codes comparable and says what it changed.
 */
@NullMarked
package cn.sunlot.sheets;

import org.jspecify.annotations.NullMarked;
