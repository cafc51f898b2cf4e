package cn.sunlot.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/**
 * Stored bytes as the body of an answer. Its length is told first: an answer that ends early
 * because a file is damaged must not look complete.
 */
public final class StoredResource extends AbstractResource {

  private final Files files;
  private final String sha256;

  public StoredResource(Files files, String sha256) {
    this.files = files;
    this.sha256 = sha256;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return files.open(sha256);
  }

  @Override
  public long contentLength() throws IOException {
    return files.size(sha256);
  }

  @Override
  public String getDescription() {
    return "file " + sha256;
  }
}
