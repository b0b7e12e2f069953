package org.reskontra.invoice.creditnotes;

/** Examples of the API document. */
final class Examples {

    static final String ALL = """
            {"reason": "WRONG_INVOICE", "note": "Went to the sister company."}""";

    static final String AMOUNT = """
            {"reason": "PRICE_REDUCTION", "amount": {"minor": 125000, "currency": "SEK"}}""";

    static final String LINES = """
            {"issueDate": "2026-04-20", "reason": "RETURNED",
             "lines": [{"description": "Roof trusses, two returned", "quantity": "2",
                        "unitPrice": {"minor": 100000, "currency": "SEK"}, "vatRate": "0.25"}]}""";

    static final String CREDIT_NOTE = """
            {"id": "019dab1e-5a40-7f2b-9d0c-6a3f58be1c07", "number": "RK100001", "issueDate": "2026-04-20",
             "invoice": {"id": "019cad74-34e6-7160-9ac3-55266f03675a", "number": "2026117",
                         "issueDate": "2026-03-02"},
             "reason": "RETURNED",
             "lines": [{"description": "Roof trusses, two returned", "quantity": "2",
                        "unitPrice": {"minor": 100000, "currency": "SEK"}, "per": "1",
                        "adjustment": {"minor": 0, "currency": "SEK"}, "vatRate": "0.25",
                        "amount": {"minor": 200000, "currency": "SEK"}}],
             "totals": {"net": {"minor": 200000, "currency": "SEK"}, "vat": {"minor": 50000, "currency": "SEK"},
                        "rounding": {"minor": 0, "currency": "SEK"}, "gross": {"minor": 250000, "currency": "SEK"},
                        "vatByRate": [{"rate": "0.25", "net": {"minor": 200000, "currency": "SEK"},
                                       "vat": {"minor": 50000, "currency": "SEK"}}]},
             "issuedBy": "karin", "issuedAt": "2026-04-20T08:12:45.120934Z"}""";

    static final String PAGE = "{\"items\": [" + CREDIT_NOTE + "], \"next\": null}";

    private Examples() {}
}
