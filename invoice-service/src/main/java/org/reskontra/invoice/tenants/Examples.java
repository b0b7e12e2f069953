package org.reskontra.invoice.tenants;

/** Examples of the API document. */
final class Examples {

    static final String TENANT = """
            {"id": "019c9e90-0000-7000-8000-000000000001", "name": "Sågen AB", "country": "SE",
             "zone": "Europe/Stockholm", "currency": "SEK", "sandbox": true, "today": "2026-03-01",
             "organisationNumber": "5567321707", "paymentDetails": {"bankgiro": "9912346"},
             "replyTo": "ekonomi@sagen.example"}""";

    private Examples() {}
}
