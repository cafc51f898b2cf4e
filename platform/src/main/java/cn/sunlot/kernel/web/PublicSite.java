package cn.sunlot.kernel.web;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where everybody reads what is public, as others reach it. */
@Component
public class PublicSite {

  private final String address;

  PublicSite(@Value("${sunlot.public-address:}") String address) {
    this.address = address.strip().replaceAll("/+$", "");
  }

  /** Without a slash at its end; nothing where it is not set. */
  public Optional<String> address() {
    return address.isEmpty() ? Optional.empty() : Optional.of(address);
  }

  /**
   * The address of a page.
   *
   * @param path with its first slash
   */
  public Optional<String> page(String path) {
    return address().map(site -> site + path);
  }
}
