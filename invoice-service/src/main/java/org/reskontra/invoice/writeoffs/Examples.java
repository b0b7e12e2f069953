package org.reskontra.invoice.writeoffs;

/** Examples of the API document. */
final class Examples {

    static final String NEW = """
            {"reason": "UNCOLLECTABLE", "note": "Bankrupt since 4 May; no dividend expected."}""";

    static final String PROPOSED = """
            {"id": "019e1b52-6c1a-7c35-8a0e-2f6f9a9d7e11", "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a",
             "reason": "UNCOLLECTABLE", "note": "Bankrupt since 4 May; no dividend expected.", "state": "PROPOSED",
             "proposedBy": "karin", "proposedAt": "2026-05-12T08:12:45.120934Z"}""";

    static final String BOOKED = """
            {"id": "019e1b52-6c1a-7c35-8a0e-2f6f9a9d7e11", "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a",
             "reason": "UNCOLLECTABLE", "note": "Bankrupt since 4 May; no dividend expected.", "state": "BOOKED",
             "booked": {"minor": 1268534, "currency": "SEK"}, "on": "2026-05-12",
             "proposedBy": "karin", "proposedAt": "2026-05-12T08:12:45.120934Z",
             "decidedBy": "olle", "decidedAt": "2026-05-12T09:40:02.004211Z"}""";

    static final String REJECTED = """
            {"id": "019e1b52-6c1a-7c35-8a0e-2f6f9a9d7e11", "invoiceId": "019cad74-34e6-7160-9ac3-55266f03675a",
             "reason": "UNCOLLECTABLE", "note": "Bankrupt since 4 May; no dividend expected.", "state": "REJECTED",
             "proposedBy": "karin", "proposedAt": "2026-05-12T08:12:45.120934Z",
             "decidedBy": "olle", "decidedAt": "2026-05-12T09:40:02.004211Z",
             "decisionNote": "The trustee expects 20 %."}""";

    static final String PAGE = "{\"items\": [" + PROPOSED + "], \"next\": null}";

    static final String DECISION = """
            {"note": "The trustee expects 20 %."}""";

    static final String SETTINGS = """
            {"residualTolerance": {"minor": 500, "currency": "SEK"},
             "ownApprovalUpTo": {"minor": 10000, "currency": "SEK"}}""";

    static final String SETTINGS_SHOWN = """
            {"residualTolerance": {"minor": 500, "currency": "SEK"},
             "ownApprovalUpTo": {"minor": 10000, "currency": "SEK"},
             "knownAt": "2026-03-09T13:20:11.402815Z", "actor": "karin"}""";

    private Examples() {}
}
