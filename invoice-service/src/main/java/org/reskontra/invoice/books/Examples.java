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

    static final String VERIFICATION = """
            {"intact": false, "through": {"position": 500,
               "seal": "9f2c5e0d1c7d0d3f0b0c6a3a3f4b9b0c2a1e5d7f8091a2b3c4d5e6f708192a3b"},
             "end": {"position": 1204, "seal": "1b5f0a7c2d9e4f6081a3b5c7d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2"},
             "unlinked": 2,
             "broken": {"fault": "CHANGED", "position": 731, "postingId": "019cad74-34e6-7160-9ac3-55266f03675b"}}""";

    static final String LOCK = """
            {"lockedThrough": "2026-02-28"}""";

    static final String LOCKED = """
            {"lockedThrough": "2026-02-28", "knownAt": "2026-03-09T13:20:11.402815Z", "actor": "karin"}""";

    static final String AGING = """
            {"on": "2026-05-15", "currencies": [{"owed": {"minor": 1750000, "currency": "SEK"}, "buckets": [
              {"through": 0, "invoices": 1, "owed": {"minor": 500000, "currency": "SEK"}},
              {"from": 1, "through": 30, "invoices": 0, "owed": {"minor": 0, "currency": "SEK"}},
              {"from": 31, "through": 60, "invoices": 1, "owed": {"minor": 1250000, "currency": "SEK"}},
              {"from": 61, "through": 90, "invoices": 0, "owed": {"minor": 0, "currency": "SEK"}},
              {"from": 91, "invoices": 0, "owed": {"minor": 0, "currency": "SEK"}}]}]}""";

    static final String ACCOUNT_PLAN = """
            {"accounts": [{"account": "RECEIVABLES", "number": 1511, "title": "Kundfordringar"},
                          {"account": "REMINDER_FEES", "number": 3590, "title": "Påminnelseavgifter"}]}""";

    static final String SIE = """
            #FLAGGA 0
            #FORMAT PC8
            #SIETYP 4
            #PROGRAM "Reskontra" 1
            #GEN 20260401
            #ORGNR "556036-0793"
            #FNAMN "Trappan AB"
            #RAR 0 20260101 20261231
            #KONTO 1510 "Accounts receivable"
            #KONTO 3004 "Sales without VAT"
            #IB 0 1510 0.00
            #UB 0 1510 12500.00
            #RES 0 3004 -12500.00
            #VER R 1 20260302 "INVOICE_ISSUED 4711" 20260302
            {
            \t#TRANS 1510 {} 12500.00 20260302 "value date 2026-03-02"
            \t#TRANS 3004 {} -12500.00 20260302 "value date 2026-03-02"
            }""";

    private Examples() {}
}
