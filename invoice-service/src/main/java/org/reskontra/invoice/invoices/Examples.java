package org.reskontra.invoice.invoices;

/** Examples of the API document. */
final class Examples {

    static final String NEW_INVOICE = """
            {"number": "2026117", "customerId": "019c9e95-73a4-7181-a54c-66175d9dc9f8", "issueDate": "2026-03-02",
             "dueDate": "2026-04-01", "currency": "SEK",
             "lines": [{"description": "Roof trusses", "quantity": "10",
                        "unitPrice": {"minor": 100000, "currency": "SEK"}, "vatRate": "0.25"}],
             "interest": {"contractRate": null}, "reminderFeeAgreed": true}""";

    static final String INVOICE = """
            {"id": "019cad74-34e6-7160-9ac3-55266f03675a", "number": "2026117",
             "customerId": "019c9e95-73a4-7181-a54c-66175d9dc9f8", "country": "SE", "debtorKind": "BUSINESS",
             "issueDate": "2026-03-02", "dueDate": "2026-04-01", "currency": "SEK",
             "lines": [{"description": "Roof trusses", "quantity": "10",
                        "unitPrice": {"minor": 100000, "currency": "SEK"}, "per": "1",
                        "adjustment": {"minor": 0, "currency": "SEK"}, "vatRate": "0.25",
                        "amount": {"minor": 1000000, "currency": "SEK"}}],
             "pricesIncludeVat": false,
             "totals": {"net": {"minor": 1000000, "currency": "SEK"}, "vat": {"minor": 250000, "currency": "SEK"},
                        "rounding": {"minor": 0, "currency": "SEK"}, "gross": {"minor": 1250000, "currency": "SEK"},
                        "vatByRate": [{"rate": "0.25", "net": {"minor": 1000000, "currency": "SEK"},
                                       "vat": {"minor": 250000, "currency": "SEK"}}]},
             "paymentReference": "202611794", "interest": {"contractRate": null}, "reminderFeeAgreed": true,
             "state": "OPEN",
             "outstanding": {"principal": {"minor": 1250000, "currency": "SEK"},
                             "interest": {"minor": 0, "currency": "SEK"}, "costs": {"minor": 0, "currency": "SEK"},
                             "total": {"minor": 1250000, "currency": "SEK"}}}""";

    static final String PAGE = """
            {"items": [{"id": "019cad74-34e6-7160-9ac3-55266f03675a", "number": "2026117",
              "customerId": "019c9e95-73a4-7181-a54c-66175d9dc9f8", "issueDate": "2026-03-02", "dueDate": "2026-04-01",
              "gross": {"minor": 1250000, "currency": "SEK"}, "paymentReference": "202611794", "state": "OPEN",
              "outstanding": {"principal": {"minor": 1250000, "currency": "SEK"},
                              "interest": {"minor": 0, "currency": "SEK"}, "costs": {"minor": 0, "currency": "SEK"},
                              "total": {"minor": 1250000, "currency": "SEK"}}}],
             "next": null}""";

    private Examples() {}
}
