package org.reskontra.invoice.customers;

/** Examples of the API document. */
final class Examples {

    static final String NEW_CUSTOMER = """
            {"number": "K-204", "kind": "BUSINESS", "country": "SE", "identityNumber": "556036-0793",
             "legalName": "Takstolar i Norr AB", "legalForm": "AB", "emails": ["faktura@takstolar.example"],
             "phones": ["+46 953 123 45"],
             "postalAddress": {"street": "Industrivägen 8", "postcode": "939 31", "town": "Malå", "country": "SE"},
             "language": "sv"}""";

    static final String CUSTOMER = """
            {"id": "019c9e95-73a4-7181-a54c-66175d9dc9f8", "number": "K-204", "kind": "BUSINESS", "country": "SE",
             "identityNumber": "5560360793", "legalName": "Takstolar i Norr AB", "legalForm": "AB",
             "emails": ["faktura@takstolar.example"], "phones": ["+46 953 123 45"],
             "postalAddress": {"street": "Industrivägen 8", "postcode": "939 31", "town": "Malå", "country": "SE"},
             "language": "sv"}""";

    private Examples() {}
}
