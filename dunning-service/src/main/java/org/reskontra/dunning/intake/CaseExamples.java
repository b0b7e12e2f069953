package org.reskontra.dunning.intake;

/** Examples for the API document. */
final class CaseExamples {

    static final String INVOICE = "019a8f2e-5b7c-7c41-9f0e-3a1d5c7e9b20";

    static final String REMINDED = """
            {
              "invoiceId": "019a8f2e-5b7c-7c41-9f0e-3a1d5c7e9b20",
              "customerId": "019a8f2e-4a10-7d52-8c3b-2f6e8d0a1c34",
              "invoiceNumber": "2026-0042",
              "state": "REMINDED",
              "step": 1,
              "since": null,
              "reason": null,
              "dueDate": "2026-03-31",
              "outstanding": {
                "principal": {"minor": 1000000, "currency": "SEK"},
                "interest": {"minor": 0, "currency": "SEK"},
                "costs": {"minor": 6000, "currency": "SEK"},
                "total": {"minor": 1006000, "currency": "SEK"}
              },
              "remindersSent": 1,
              "lastReminderOn": "2026-04-05",
              "nextAction": {"action": "HAND_OVER", "step": 1, "on": "2026-04-17"},
              "policy": {"id": "se-standard", "version": 1},
              "rulePack": "SE-2026.3+1f0c5a7d",
              "history": [
                {"number": 2, "on": "2026-04-01", "event": "DueDatePassed", "detail": {},
                 "recordedAt": "2026-03-31T22:00:04Z"},
                {"number": 3, "on": "2026-04-05", "event": "ReminderDecided", "detail": {"step": 1},
                 "recordedAt": "2026-04-04T22:00:07Z"}
              ]
            }""";

    static final String PAGE = """
            {
              "items": [
                {
                  "invoiceId": "019a8f2e-5b7c-7c41-9f0e-3a1d5c7e9b20",
                  "customerId": "019a8f2e-4a10-7d52-8c3b-2f6e8d0a1c34",
                  "invoiceNumber": "2026-0042",
                  "state": "OVERDUE",
                  "step": 0,
                  "dueDate": "2026-03-31",
                  "outstanding": {
                    "principal": {"minor": 1000000, "currency": "SEK"},
                    "interest": {"minor": 0, "currency": "SEK"},
                    "costs": {"minor": 0, "currency": "SEK"},
                    "total": {"minor": 1000000, "currency": "SEK"}
                  },
                  "nextAction": {"action": "REMIND", "step": 1, "on": "2026-04-05"}
                }
              ],
              "next": null
            }""";

    private CaseExamples() {}
}
