package org.reskontra.creditcheck.checks;

/** Examples of the OpenAPI document. */
final class Examples {

    static final String ASKED = """
            {
              "customer": "01989f30-11d2-7b5e-9f0e-7a0c44d1e6b8",
              "amount": {"minor": 4000000, "currency": "SEK"},
              "purpose": "sale on credit",
              "contractReference": "order 4711"
            }""";

    static final String ANSWERED = """
            {
              "id": "0198b5d2-4f10-7a3c-b1de-6a2f9c0d7e31",
              "customer": "01989f30-11d2-7b5e-9f0e-7a0c44d1e6b8",
              "amount": {"minor": 4000000, "currency": "SEK"},
              "purpose": "sale on credit",
              "contractReference": "order 4711",
              "decision": "PREPAY",
              "limit": {"minor": 10000000, "currency": "SEK"},
              "prepaymentShare": "0.50",
              "reasons": ["OVER_LIMIT"],
              "decidedOn": "2026-03-02",
              "validUntil": "2026-04-01",
              "policy": "standard-2026-1",
              "exposure": {"minor": 8000000, "currency": "SEK"},
              "behaviour": {
                "settledInvoices": 4,
                "lateShare": "0.2500",
                "averageDaysLate": "1.7500",
                "atCollection": 0,
                "daysOverdue": 0
              }
            }""";

    static final String CUSTOMER = """
            {
              "customer": "01989f30-11d2-7b5e-9f0e-7a0c44d1e6b8",
              "limit": {"minor": 10000000, "currency": "SEK"},
              "exposure": {"minor": 8000000, "currency": "SEK"},
              "available": {"minor": 2000000, "currency": "SEK"},
              "exposureInOtherCurrencies": [],
              "behaviour": {
                "settledInvoices": 4,
                "lateShare": "0.2500",
                "averageDaysLate": "1.7500",
                "atCollection": 0,
                "daysOverdue": 0
              },
              "policy": "standard-2026-1",
              "lastCheck": "0198b5d2-4f10-7a3c-b1de-6a2f9c0d7e31"
            }""";

    private Examples() {}
}
