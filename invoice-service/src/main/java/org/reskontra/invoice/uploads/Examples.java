package org.reskontra.invoice.uploads;

/** Examples of the API document. */
final class Examples {

    static final String QUEUED = """
            {"id": "019cb000-34e6-7160-9ac3-55266f03675a", "format": "CSV", "state": "QUEUED", "total": 1416, "done": 0,
             "rejected": 0, "report": []}""";

    static final String DONE = """
            {"id": "019cb000-34e6-7160-9ac3-55266f03675a", "format": "CSV", "state": "DONE", "total": 1416, "done": 1416,
             "rejected": 1, "report": [{"line": 17, "code": "unreadable-value",
               "reason": "dueDate '2/30/2013' is not a date written as M/d/yyyy"}]}""";

    static final String PAYMENTS_QUEUED = """
            {"id": "019cc0b0-34e6-7160-9ac3-55266f03675a", "format": "NDJSON", "state": "QUEUED", "total": 2200, "done": 0,
             "rejected": 0, "report": []}""";

    static final String PAYMENTS_DONE = """
            {"id": "019cc0b0-34e6-7160-9ac3-55266f03675a", "format": "NDJSON", "state": "DONE", "total": 2200,
             "done": 2200, "rejected": 1, "report": [{"line": 17, "reference": "202611794", "code": "currency-differs",
               "reason": "The payment is of 12 500.00 EUR."}]}""";

    private Examples() {}
}
