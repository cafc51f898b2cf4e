package cn.sunlot.organisation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "10.1.2.0/24", "2001:db8::1", "2001:db8::/32", "::1"})
  void addresses_and_networks_are_taken(String text) {
    assertThat(ClientAddresses.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "example.org", "10.1.2", "10.1.2.3/33", "10.1.2.300", "abc", "10.1.2.3/", ":"})
  void names_and_what_is_neither_are_not(String text) {
    assertThat(ClientAddresses.isOne(text)).isFalse();
  }

  @Test
  void an_address_of_the_other_kind_is_in_no_network() {
    assertThat(ClientAddresses.cover(List.of("10.0.0.0/8"), "2001:db8::1")).isFalse();
    assertThat(ClientAddresses.cover(List.of("10.0.0.0/8", "2001:db8::/32"), "2001:db8::1"))
        .isTrue();
    assertThat(ClientAddresses.cover(List.of(), "10.0.0.1")).isFalse();
  }
}
