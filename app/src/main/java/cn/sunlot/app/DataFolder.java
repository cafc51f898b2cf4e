package cn.sunlot.app;

import cn.sunlot.schema.PrivateFolder;
import java.nio.file.Path;

/**
 * Everything this installation keeps, in folders that only the running user may enter. The four
 * folders together are one backup.
 */
record DataFolder(Path root) {

  static DataFolder at(Path root) {
    return new DataFolder(PrivateFolder.at(root));
  }

  /** The embedded PostgreSQL: programs, data, its passwords. */
  Path database() {
    return root.resolve("database");
  }

  /** Evidence, recordings, documents. */
  Path files() {
    return PrivateFolder.at(root.resolve("files"));
  }

  /** Keys that seal what must not be read before its time. */
  Path keys() {
    return PrivateFolder.at(root.resolve("keys"));
  }

  /** The index of targets, which is built again from the database; no part of the backup. */
  Path index() {
    return PrivateFolder.at(root.resolve("index"));
  }

  /** Passwords of the logins that were made on an external database. */
  Path passwords() {
    return PrivateFolder.at(root.resolve("passwords"));
  }

  /** Which classes a start loads; written by the first start of a build, no part of the backup. */
  Path classes() {
    return root.resolve("classes-of-a-start");
  }

  /** Is there once the demo was loaded to its end. */
  Path demoMark() {
    return root.resolve("demo-loaded");
  }
}
