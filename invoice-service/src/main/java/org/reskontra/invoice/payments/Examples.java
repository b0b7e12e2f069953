package org.reskontra.invoice.payments;

/** Examples of the API document. */
final class Examples {

    static final String NEW_PAYMENT = """
            {"reference": "202611794", "amount": {"minor": 1250000, "currency": "SEK"},
             "valueDate": "2026-03-30", "bookingDate": "2026-03-30"}""";

    static final String PAYMENT = """
            {"id": "019cc0a4-34e6-7160-9ac3-55266f03675a", "reference": "202611794",
             "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a", "amount": {"minor": 1250000, "currency": "SEK"},
             "valueDate": "2026-03-30", "bookingDate": "2026-03-30", "state": "BOOKED",
             "allocation": {"costs": {"minor": 0, "currency": "SEK"}, "interest": {"minor": 0, "currency": "SEK"},
                            "principal": {"minor": 1250000, "currency": "SEK"}},
             "excess": {"minor": 0, "currency": "SEK"}}""";

    static final String HELD = """
            {"id": "019cc0a4-34e6-7160-9ac3-55266f03675a", "reference": "20261179",
             "amount": {"minor": 1250000, "currency": "SEK"}, "valueDate": "2026-03-30", "bookingDate": "2026-03-30",
             "payer": "Takstolar i Norr AB", "state": "UNMATCHED"}""";

    static final String HELD_PAGE = "{\"items\": [" + HELD + "], \"next\": null}";

    static final String MATCH = """
            {"invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a"}""";

    static final String SHARES = """
            {"shares": [{"invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a",
                         "amount": {"minor": 1000000, "currency": "SEK"}}]}""";

    static final String CUT = """
            {"id": "019cc0a4-34e6-7160-9ac3-55266f03675a", "reference": "20261179",
             "amount": {"minor": 250000, "currency": "SEK"}, "valueDate": "2026-03-30", "bookingDate": "2026-03-30",
             "payer": "Takstolar i Norr AB", "state": "UNMATCHED", "received": {"minor": 1250000, "currency": "SEK"},
             "parts": [{"id": "019cc0b8-34e6-7160-9ac3-55266f03675a",
                        "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a",
                        "amount": {"minor": 1000000, "currency": "SEK"}, "state": "BOOKED"}]}""";

    private Examples() {}
}
