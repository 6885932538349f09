package io.jianmi.form.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void aNetworkOfAHouseholdIsOne() {
        assertThat(Addresses.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Addresses.of("2001:db8:1:2::9%eth0"));
        assertThat(Addresses.of("2001:db8:1:2::1")).isNotEqualTo(Addresses.of("2001:db8:1:3::1"));
        assertThat(Addresses.of("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
