package org.reskontra.dunning.channels;

/** Examples for the API document. */
final class LetterExamples {

    static final String INVOICE = "019a8f2e-5b7c-7c41-9f0e-3a1d5c7e9b20";
    static final String LETTER = "019aa3c1-0d2e-7b60-a5c4-7e9f1b3d5a68";

    static final String REMINDER = """
            {
              "id": "019aa3c1-0d2e-7b60-a5c4-7e9f1b3d5a68",
              "invoiceId": "019a8f2e-5b7c-7c41-9f0e-3a1d5c7e9b20",
              "step": 1,
              "channel": "EMAIL",
              "state": "SENT",
              "decidedOn": "2026-04-05",
              "attempts": 1,
              "trouble": null,
              "sentOn": "2026-04-05",
              "recipient": "faktura@firmaek.example",
              "language": "en",
              "messageId": "<019aa3c1-0d2e-7b60-a5c4-7e9f1b3d5a68@reskontra.invalid>",
              "subject": "Reminder: invoice 2026-0042 from Ljus & Lampor AB",
              "text": "Dear Firma Ek,\\n\\nLjus & Lampor AB has not yet received full payment of invoice 2026-0042 …",
              "payBy": "2026-04-15",
              "fee": {"minor": 6000, "currency": "SEK"},
              "feeRule": "SE-FEE-1",
              "asked": {
                "principal": {"minor": 1000000, "currency": "SEK"},
                "interest": {"minor": 1370, "currency": "SEK"},
                "costs": {"minor": 6000, "currency": "SEK"},
                "total": {"minor": 1007370, "currency": "SEK"}
              }
            }""";

    static final String PAGE = "{\"items\": [" + REMINDER + "], \"next\": null}";

    static final String TEXT = "Dear Firma Ek,\n\nLjus & Lampor AB has not yet received full payment of invoice …";

    private LetterExamples() {}
}
