package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @Test
    void is_its_code() {
        assertEquals("SE", Country.SE.toString());
        assertEquals(new Country("FI"), Country.FI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"se", "SWE", "XX", "S", "", "UK", "SE "})
    void what_is_no_country_is_refused(String code) {
        assertThrows(IllegalArgumentException.class, () -> new Country(code));
    }
}
