package cn.sunlot.cli.log;

import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.witness.WitnessState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What a witness has cosigned last, one file for each log. */
public final class WitnessFolder implements WitnessState {

  private final Path folder;

  /** In this folder, which is made when it is not there. */
  public WitnessFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public synchronized Optional<SignedCheckpoint> find(String origin) throws IOException {
    Path file = file(origin);
    return Files.exists(file)
        ? Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file)))
        : Optional.empty();
  }

  @Override
  public synchronized boolean replace(
      String origin, Optional<SignedCheckpoint> before, SignedCheckpoint after) throws IOException {
    if (!find(origin).equals(before)) {
      return false;
    }
    Path fresh = Files.createTempFile(folder, "fresh-", ".part");
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(after.write());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        fresh, file(origin), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
    return true;
  }

  /** Named by a hash, because the name of a log may hold whatever a file name may not. */
  private Path file(String origin) {
    String hash = Hash.leaf(origin.getBytes(StandardCharsets.UTF_8)).hex();
    return folder.resolve(hash.substring(0, 32) + ".checkpoint");
  }
}
