/**
 * The command line: draws from spreadsheets without a server, and repeats anybody's draw.
 *
 * <p>{@link cn.sunlot.cli.Main} starts it; one class per command. What is computed comes from the
 * draw library, what is read and written from the sheets library.
 */
@NullMarked
package cn.sunlot.cli;

import org.jspecify.annotations.NullMarked;
