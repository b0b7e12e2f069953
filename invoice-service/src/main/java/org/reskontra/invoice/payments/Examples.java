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

    private static final String OVERPAYMENT = """
            {"paymentId": "019cc0a4-34e6-7160-9ac3-55266f03675a", "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a",
             "invoiceNumber": "4711", "customerId": "019c9e95-73a4-7181-a54c-66175d9dc9f8",
             "held": {"minor": 50000, "currency": "SEK"}, "valueDate": "2026-03-30", "bookingDate": "2026-03-30",
             "payer": "Takstolar i Norr AB\"""";

    static final String OVERPAID_PAGE = "{\"items\": [" + OVERPAYMENT + "}], \"next\": null}";

    static final String KEEP = """
            {"note": "They order again in May."}""";

    static final String KEPT = OVERPAYMENT + """
            , "kept": {"note": "They order again in May.", "actor": "karin",
                       "knownAt": "2026-04-02T07:15:00.120934Z"}}""";

    static final String MOVED = """
            {"id": "019d3a0c-5a10-7d5e-8f2e-0b6f2f1b7c11", "invoiceId": "019d1a74-34e6-7160-9ac3-55266f03675a",
             "amount": {"minor": 50000, "currency": "SEK"}, "valueDate": "2026-03-30", "bookingDate": "2026-03-30",
             "payer": "Takstolar i Norr AB", "state": "BOOKED",
             "allocation": {"costs": {"minor": 0, "currency": "SEK"}, "interest": {"minor": 0, "currency": "SEK"},
                            "principal": {"minor": 50000, "currency": "SEK"}},
             "excess": {"minor": 0, "currency": "SEK"}}""";

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
