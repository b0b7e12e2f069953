package org.reskontra.invoice.incoming;

/** Examples of the API document. */
final class Examples {

    static final String BGMAX = """
            01BGMAX               0120260305173035010331P
            050009912346          SEK
            200009701233                202611794000000000001250000220000000000010
            15000000000000000000058410000010098232202603050000100000000000125000000SEK00000001
            7000000001000000000000000000000001""";

    static final String QUEUED = """
            {"id": "019cc0b0-34e6-7160-9ac3-55266f03675a", "format": "BGMAX", "bankId": "20260305173035010331",
             "accounts": ["bankgiro 9912346"], "state": "QUEUED", "total": 3, "done": 0, "notBooked": 0,
             "money": [{"sum": {"minor": 1500000, "currency": "SEK"}, "matched": {"minor": 0, "currency": "SEK"},
               "onWorkList": {"minor": 0, "currency": "SEK"}, "refused": {"minor": 0, "currency": "SEK"},
               "notIncoming": {"minor": 0, "currency": "SEK"}, "bookedBefore": {"minor": 0, "currency": "SEK"},
               "toDo": {"minor": 1500000, "currency": "SEK"}}]}""";

    static final String DONE = """
            {"id": "019cc0b0-34e6-7160-9ac3-55266f03675a", "format": "BGMAX", "bankId": "20260305173035010331",
             "accounts": ["bankgiro 9912346"], "state": "DONE", "total": 3, "done": 3, "notBooked": 0,
             "money": [{"sum": {"minor": 1500000, "currency": "SEK"}, "matched": {"minor": 1250000, "currency": "SEK"},
               "onWorkList": {"minor": 250000, "currency": "SEK"}, "refused": {"minor": 0, "currency": "SEK"},
               "notIncoming": {"minor": 0, "currency": "SEK"}, "bookedBefore": {"minor": 0, "currency": "SEK"},
               "toDo": {"minor": 0, "currency": "SEK"}}]}""";

    static final String BROKEN = """
            {"type": "urn:reskontra:problem:bank-file-broken", "title": "The bank file is broken", "status": 422,
             "detail": "Line 17, position 13: A tab stands where blanks belong, so the fields behind it have moved: the file was changed after the bank made it. Fetch it again.",
             "errors": [{"pointer": "/file", "code": "control-sign",
               "detail": "Line 17, position 13: A tab stands where blanks belong, so the fields behind it have moved: the file was changed after the bank made it. Fetch it again."}]}""";

    static final String ENTRIES = """
            {"items": [{"number": 1, "share": 1, "line": 3, "kind": "PAYMENT",
               "amount": {"minor": 1250000, "currency": "SEK"}, "bookingDate": "2026-03-05", "valueDate": "2026-03-05",
               "bankReference": "000000000001", "payer": {"name": "Takstolar i Norr AB", "account": "9701233"},
               "references": [{"means": "PAYMENT_REFERENCE", "text": "202611794"}], "outcome": "MATCHED",
               "why": "by-reference", "paymentId": "019cc0a4-34e6-7160-9ac3-55266f03675a",
               "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a"}], "next": null}""";

    static final String SETTINGS = """
            {"intradayBooking": false}""";

    private Examples() {}
}
