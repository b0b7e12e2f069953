package org.reskontra.collection.intake;

/** Examples of the OpenAPI document. */
final class Examples {

    static final String PAGE = """
            {
              "items": [
                {
                  "id": "0198a4c0-6d5e-7c11-9d6a-3f0c2b7e4a10",
                  "invoiceId": "01989f31-8a44-7d02-8a1f-5d1f0f3f9c22",
                  "customerId": "01989f30-11d2-7b5e-9f0e-7a0c44d1e6b8",
                  "invoiceNumber": "2025-117",
                  "state": "DEMANDED",
                  "outstanding": {
                    "principal": {"minor": 1000000, "currency": "SEK"},
                    "interest": {"minor": 9041, "currency": "SEK"},
                    "costs": {"minor": 6000, "currency": "SEK"},
                    "total": {"minor": 1015041, "currency": "SEK"}
                  },
                  "deadline": "2025-03-10",
                  "next": [
                    {"action": "PAY_OR_OBJECT", "from": "2025-03-02"},
                    {"action": "TAKE_LEGAL_STEPS", "from": "2025-03-11"}
                  ]
                }
              ],
              "next": null
            }""";

    static final String CASE = """
            {
              "id": "0198a4c0-6d5e-7c11-9d6a-3f0c2b7e4a10",
              "invoiceId": "01989f31-8a44-7d02-8a1f-5d1f0f3f9c22",
              "customerId": "01989f30-11d2-7b5e-9f0e-7a0c44d1e6b8",
              "state": "DEMANDED",
              "claim": {
                "invoiceNumber": "2025-117",
                "paymentReference": "123456790",
                "country": "SE",
                "debtorKind": "BUSINESS",
                "issueDate": "2025-01-01",
                "dueDate": "2025-01-31",
                "handedOverOn": "2025-03-02",
                "owed": {
                  "principal": {"minor": 1000000, "currency": "SEK"},
                  "interest": {"minor": 9041, "currency": "SEK"},
                  "costs": {"minor": 6000, "currency": "SEK"},
                  "total": {"minor": 1015041, "currency": "SEK"}
                },
                "interestThrough": "2025-03-02",
                "remindersSent": 1,
                "lastReminderOn": "2025-02-05"
              },
              "outstanding": {
                "principal": {"minor": 1000000, "currency": "SEK"},
                "interest": {"minor": 9041, "currency": "SEK"},
                "costs": {"minor": 6000, "currency": "SEK"},
                "total": {"minor": 1015041, "currency": "SEK"}
              },
              "owedToday": {
                "interestThrough": "2025-03-04",
                "owed": {
                  "principal": {"minor": 1000000, "currency": "SEK"},
                  "interest": {"minor": 9644, "currency": "SEK"},
                  "costs": {"minor": 6000, "currency": "SEK"},
                  "total": {"minor": 1015644, "currency": "SEK"}
                }
              },
              "deadline": "2025-03-10",
              "history": [
                {"on": "2025-03-02", "what": "DEMAND_SENT", "amount": null,
                 "owed": {
                   "principal": {"minor": 1000000, "currency": "SEK"},
                   "interest": {"minor": 9041, "currency": "SEK"},
                   "costs": {"minor": 6000, "currency": "SEK"},
                   "total": {"minor": 1015041, "currency": "SEK"}
                 },
                 "letterId": "0198a4c0-7a90-7f33-8e4b-1f6f3f5a9d01", "deadline": "2025-03-10", "reason": null}
              ],
              "next": [
                {"action": "PAY_OR_OBJECT", "from": "2025-03-02"},
                {"action": "TAKE_LEGAL_STEPS", "from": "2025-03-11"}
              ]
            }""";

    static final String LETTERS = """
            {
              "items": [
                {
                  "id": "0198a4c0-7a90-7f33-8e4b-1f6f3f5a9d01",
                  "status": "SENT",
                  "channel": "EMAIL",
                  "attempts": 1,
                  "recipient": "ekonomi@kunden.example",
                  "subject": "Inkassokrav: faktura 2025-117 från Exempelbolaget AB",
                  "text": "INKASSOKRAV 2025-03-02 …",
                  "drawnOn": "2025-03-02",
                  "deadline": "2025-03-10",
                  "demanded": {
                    "principal": {"minor": 1000000, "currency": "SEK"},
                    "interest": {"minor": 9041, "currency": "SEK"},
                    "costs": {"minor": 6000, "currency": "SEK"},
                    "total": {"minor": 1015041, "currency": "SEK"}
                  },
                  "sentAt": "2025-03-02T06:00:04Z",
                  "trouble": null
                }
              ],
              "next": null
            }""";

    private Examples() {}
}
