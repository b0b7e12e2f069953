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

    static final String REVERSAL = """
            {"reason": "INSUFFICIENT_FUNDS", "reversedOn": "2026-04-20"}""";

    static final String REVERSED = """
            {"id": "019cc0a4-34e6-7160-9ac3-55266f03675a", "reference": "202611794",
             "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a", "amount": {"minor": 1250000, "currency": "SEK"},
             "valueDate": "2026-03-30", "bookingDate": "2026-03-30", "state": "REVERSED",
             "reversalReason": "INSUFFICIENT_FUNDS", "reversedOn": "2026-04-20"}""";

    static final String UNMATCH = """
            {"reason": "WRONG_INVOICE"}""";

    private Examples() {}
}
