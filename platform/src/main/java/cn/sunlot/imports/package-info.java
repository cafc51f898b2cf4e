/**
 * Spreadsheets on their way in (PDS-11): upload, preview, columns that are remembered, a job that
 * reads every row into a staging table and merges it in one transaction, an error workbook with
 * what has to be corrected.
 *
 * <p>A module that takes spreadsheets offers an {@link cn.sunlot.imports.ImportKind} bean. Every
 * row that is read is added, changes something, changes nothing or is rejected; an import that does
 * not add up is rolled back.
 */
@ApplicationModule(
    displayName = "imports",
    allowedDependencies = {"kernel", "audit"})
@NullMarked
package cn.sunlot.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
