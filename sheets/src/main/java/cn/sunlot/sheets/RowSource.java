package cn.sunlot.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the order of the file. Throws {@link SheetRefused} when the file cannot go on. */
interface RowSource extends Closeable {

  /** The next row, blank ones among them, or null after the last, however often. */
  @Nullable RawRow next() throws IOException;

  /** The merged cells; may read the whole sheet once more. */
  List<Merge> merges() throws IOException;

  /** Merged cells met on the way, complete once {@link #next} has returned null. */
  List<Merge> mergesMet();
}
