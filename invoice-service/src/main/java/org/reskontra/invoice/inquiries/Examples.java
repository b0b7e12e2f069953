package org.reskontra.invoice.inquiries;

/** Examples of the API document. */
final class Examples {

    static final String STATEMENT = """
            {"invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a", "on": "2026-04-30",
             "principal": {"minor": 1000000, "currency": "SEK"}, "interest": {"minor": 7945, "currency": "SEK"},
             "costs": {"minor": 6000, "currency": "SEK"}, "total": {"minor": 1013945, "currency": "SEK"},
             "interestPosted": {"minor": 0, "currency": "SEK"}, "interestAccrued": {"minor": 7945, "currency": "SEK"},
             "interestPostedThrough": "2026-04-01",
             "calculation": {"interest": {"minor": 7945, "currency": "SEK"},
               "stretches": [{"from": "2026-04-02", "to": "2026-04-30", "days": 29,
                              "principal": {"minor": 1000000, "currency": "SEK"}, "rate": "0.10",
                              "interest": "7945.205479452055"}],
               "pack": "SE-2026.3", "tree": {"ruleId": "SE-INT-16", "source": "simple interest, rounded once per claim",
                 "step": "DIVIDE_AND_ROUND", "inputs": {"rounding": "HALF_UP", "unitsPerYear": "365"},
                 "counts": "MINOR_UNITS", "amount": "7945", "parts": []}},
             "tree": {"ruleId": "STATEMENT", "source": "everything booked on the invoice and the interest that runs",
               "step": "ADD", "inputs": {"on": "2026-04-30"}, "counts": "MINOR_UNITS", "amount": "1013945", "parts": [
                 {"ruleId": "SE-FEE-1", "source": "Act 1981:739 ss. 2 and 4, SFS 2013:56", "step": "ADD",
                  "inputs": {"kind": "REMINDER_FEE", "on": "2026-04-15"}, "counts": "MINOR_UNITS", "amount": "6000",
                  "parts": [{"ruleId": "SE-FEE-1", "source": "Act 1981:739 ss. 2 and 4, SFS 2013:56", "step": "TAKE",
                    "inputs": {"kind": "REMINDER_FEE", "on": "2026-04-15", "part": "COSTS",
                               "posting": "019cad74-34e6-7160-9ac3-55266f03675b", "value": "6000"},
                    "counts": "MINOR_UNITS", "amount": "6000", "parts": []}]}]},
             "explanation": ["2026-04-15  Påminnelseavgift (SE-FEE-1): 60,00 kr",
               "Dröjsmålsränta efter 2026-04-01, ännu inte bokförd (SE-INT-16): 79,45 kr",
               "  Dröjsmålsränta 2026-04-02–2026-04-30, 29 dagar på 10 000,00 kr à 10,00 % = 79,45 kr"]}""";

    static final String TEXT = """
            Trappan AB, 556036-0793

            Takstolar i Norr AB

            Saldobesked per 2026-04-30

            Faktura             2026117
            Fakturadatum        2026-03-02
            Förfallodag         2026-04-01
            Betalningsreferens  202611794

            Kapital                                                                             10 000,00 kr
            Dröjsmålsränta                                                                          79,45 kr
            Kostnader                                                                               60,00 kr
            ------------------------------------------------------------------------------------------------
            Att betala 2026-04-30                                                               10 139,45 kr

            Så har beloppet kommit till
            2026-03-02  Faktura 2026117                                                         10 000,00 kr
            2026-04-15  Påminnelseavgift (SE-FEE-1)                                                 60,00 kr
            Dröjsmålsränta efter 2026-04-01, ännu inte bokförd (SE-INT-16)                          79,45 kr
                Dröjsmålsränta 2026-04-02–2026-04-30, 29 dagar på 10 000,00 kr à 10,00 % = 79,45 kr
            """;

    private Examples() {}
}
