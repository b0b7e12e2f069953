package org.reskontra.invoice.suggestions;

/** Examples of the API document. */
final class Examples {

    static final String SETTINGS = """
            {"referenceCheck": "OCR_WITH_LENGTH", "bookFrom": 700, "distance": 150}""";

    static final String SUGGESTIONS = """
            {"paymentId": "019cc0a4-34e6-7160-9ac3-55266f03675a",
             "suggestions": [{"score": 620,
               "reasons": [
                 {"clue": "AMOUNT_OWED", "points": 250, "says": "The amount is what is owed."},
                 {"clue": "NUMBER_MISTYPED", "points": 200,
                  "says": "The payer wrote the invoice number with one slip."},
                 {"clue": "PAYER_NAME", "points": 120, "says": "The payer has the customer's name."},
                 {"clue": "PAID_WHEN_DUE", "points": 50,
                  "says": "It was paid in the two weeks before the due date or the five days after."}],
               "customerId": "019cad70-34e6-7160-9ac3-55266f03675a",
               "shares": [{"invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a",
                           "amount": {"minor": 1250000, "currency": "SEK"}}],
               "invoices": [{"id": "019cad74-34e6-7160-9ac3-55266f03675a", "number": "20261179",
                             "dueDate": "2026-03-31", "owed": {"minor": 1250000, "currency": "SEK"}}]}]}""";

    private Examples() {}
}
