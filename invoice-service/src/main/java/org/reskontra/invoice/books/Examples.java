package org.reskontra.invoice.books;

/** Examples of the API document. */
final class Examples {

    static final String LEDGER = """
            {"items": [{"id": "019cad74-34e6-7160-9ac3-55266f03675b", "on": "2026-03-02",
              "bookingDate": "2026-03-02", "knownAt": "2026-03-02T08:12:45.120934Z", "actor": "erp", "kind": "INVOICE_ISSUED",
              "entries": [
                {"account": 1510, "title": "Accounts receivable", "debit": {"minor": 1250000, "currency": "SEK"},
                 "part": "PRINCIPAL"},
                {"account": 3001, "title": "Sales 25 % VAT", "credit": {"minor": 1000000, "currency": "SEK"}},
                {"account": 2611, "title": "Output VAT 25 %", "credit": {"minor": 250000, "currency": "SEK"}}]}],
             "next": null}""";

    static final String TRIAL_BALANCE = """
            {"on": "2026-03-31", "accounts": [
              {"account": 1510, "title": "Accounts receivable", "debit": {"minor": 1250000, "currency": "SEK"},
               "credit": {"minor": 0, "currency": "SEK"}, "balance": {"minor": 1250000, "currency": "SEK"}},
              {"account": 2611, "title": "Output VAT 25 %", "debit": {"minor": 0, "currency": "SEK"},
               "credit": {"minor": 250000, "currency": "SEK"}, "balance": {"minor": -250000, "currency": "SEK"}},
              {"account": 3001, "title": "Sales 25 % VAT", "debit": {"minor": 0, "currency": "SEK"},
               "credit": {"minor": 1000000, "currency": "SEK"}, "balance": {"minor": -1000000, "currency": "SEK"}}],
             "sums": [{"debit": {"minor": 1250000, "currency": "SEK"}, "credit": {"minor": 1250000, "currency": "SEK"},
               "difference": {"minor": 0, "currency": "SEK"}}]}""";

    private Examples() {}
}
