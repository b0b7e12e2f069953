package org.reskontra.invoice.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamesSpec {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Takstolar i Norr AB | AB TAKSTOLAR I NORR",
                "Takstolar i Norr AB | Takstolar i Norr Aktiebolag (publ)",
                "Anna Svensson | SVENSSON, ANNA",
                "Åkerblom & Söner HB | AKERBLOM SONER",
                "Ålands Tömmer Oy Ab | ålands tommer oyj",
                "Bjørn Sæther A/S | BJORN SAETHER AS",
                "Øst A.S. | OST",
                "O'Brien Ltd. | O BRIEN LIMITED",
            })
    void one_name_in_two_ways(String one, String other) {
        assertEquals(Names.key(one), Names.key(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Takstolar i Norr AB | Takstolar i Syd AB",
                "Anna Svensson | Anna Svenson",
                "AB Volt | AB Ampere",
            })
    void two_names(String one, String other) {
        assertNotEquals(Names.key(one), Names.key(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Svensson | Anna Svenson | true",
                "Anna Svensson | Svensson Anna Maria | true",
                "Takstolar i Norr AB | Takstolar | true",
                "Norrlands Takstolsfabrik i Umeå AB | NORRLANDS TAKSTOLSFABR | true",
                "Anna Svensson | Anna Karlsson | false",
                "Anna Svensson | Anna | false",
                "AB Volt | Volta | false",
            })
    void names_that_may_be_one(String one, String other, boolean alike) {
        assertEquals(alike, Names.alike(one, other));
        assertEquals(alike, Names.alike(other, one));
    }

    @Test
    void a_name_that_is_a_company_form_stays_one() {
        assertEquals("AB", Names.key("AB"));
        assertEquals("", Names.key(" - "));
    }
}
