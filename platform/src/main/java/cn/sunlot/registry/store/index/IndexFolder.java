package cn.sunlot.registry.store.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where the index lies. What does not fit this database or this version is thrown away; a folder
 * that another node holds is left to it, and this one has its own until it ends.
 */
final class IndexFolder {

  /** Another number whenever documents are made differently. */
  private static final String FORMAT = "3";

  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
  private static final double BUFFER_MIB = 48;

  /**
   * An index that was opened.
   *
   * @param since the snapshot that it shows, or null where it is empty
   * @param temporary what is to be deleted at the end, or null
   */
  record Opened(IndexWriter writer, @Nullable String since, @Nullable Path temporary) {

    void close() throws IOException {
      writer.close();
      end();
    }

    /** Closes it as it was last kept. */
    void takeBack() throws IOException {
      writer.rollback();
      end();
    }

    private void end() throws IOException {
      writer.getDirectory().close();
      if (temporary != null) {
        FileSystemUtils.deleteRecursively(temporary);
      }
    }
  }

  private IndexFolder() {}

  static Opened open(Path folder, String database) throws IOException {
    Files.createDirectories(folder);
    try {
      return openAt(folder, database, null);
    } catch (LockObtainFailedException held) {
      Path own = Files.createTempDirectory("sunlot-index-");
      LOG.warn("{} is held by another process; this one keeps its index in {}", folder, own);
      return openAt(own, database, own);
    }
  }

  private static Opened openAt(Path folder, String database, @Nullable Path temporary)
      throws IOException {
    Directory directory = FSDirectory.open(folder);
    IndexWriter writer;
    try {
      writer = new IndexWriter(directory, config(OpenMode.CREATE_OR_APPEND));
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IllegalArgumentException unusable) {
      LOG.warn("{} is built again: {}", folder, unusable.getMessage());
      for (String file : directory.listAll()) {
        directory.deleteFile(file);
      }
      writer = new IndexWriter(directory, config(OpenMode.CREATE));
    }
    String since = since(writer, database);
    if (since == null) {
      writer.deleteAll();
    }
    return new Opened(writer, since, temporary);
  }

  private static @Nullable String since(IndexWriter writer, String database) {
    String since = null;
    var kept = writer.getLiveCommitData();
    if (kept != null) {
      Map<String, String> data = new java.util.HashMap<>();
      kept.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
      if (FORMAT.equals(data.get("format")) && database.equals(data.get("database"))) {
        since = data.get("since");
      }
    }
    return since;
  }

  /** Keeps the index on the disk as it is, with the snapshot that it shows. */
  static void commit(IndexWriter writer, String database, String since) throws IOException {
    writer.setLiveCommitData(
        Map.of("format", FORMAT, "database", database, "since", since).entrySet());
    writer.commit();
  }

  private static IndexWriterConfig config(OpenMode mode) {
    return new IndexWriterConfig()
        .setOpenMode(mode)
        .setCommitOnClose(false)
        .setRAMBufferSizeMB(BUFFER_MIB);
  }
}
