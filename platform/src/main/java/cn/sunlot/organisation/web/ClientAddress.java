package cn.sunlot.organisation.web;

import cn.sunlot.kernel.WrongSetting;
import cn.sunlot.organisation.usecase.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address that a request comes from. What a proxy says of it is believed only of those proxies
 * that are named in the settings: anybody can write such a header.
 */
@Component
class ClientAddress {

  private static final String SETTING = "sunlot.proxies";

  private final List<String> proxies;

  ClientAddress(@Value("${" + SETTING + ":}") String configured) {
    this.proxies =
        Stream.of(configured.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (!proxies.stream().allMatch(ClientAddresses::isOne)) {
      throw new WrongSetting(
          SETTING, configured, "write addresses or networks (10.1.2.3, 10.1.2.0/24) with commas.");
    }
  }

  /** The nearest address that is no proxy of ours. */
  String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    List<String> forwarded =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(h -> Stream.of(h.split(",")))
            .map(String::strip)
            .toList();
    for (int i = forwarded.size() - 1; i >= 0 && ClientAddresses.cover(proxies, address); i--) {
      if (!ClientAddresses.isOne(forwarded.get(i))) {
        return address;
      }
      address = forwarded.get(i);
    }
    return address;
  }
}
