package org.reskontra.invoice.refunds;

/** Examples of the API document. */
final class Examples {

    static final String NEW = """
            {"paymentId": "019cc0a4-34e6-7160-9ac3-55266f03675a",
             "creditor": {"name": "Takstolar i Norr AB", "bankgiro": "991-2346"}}""";

    private static final String REFUND = """
            {"id": "019e1b60-1c1a-7c35-8a0e-2f6f9a9d7e11", "paymentId": "019cc0a4-34e6-7160-9ac3-55266f03675a",
             "amount": {"minor": 50000, "currency": "SEK"},
             "creditor": {"name": "Takstolar i Norr AB", "bankgiro": "9912346"},
             "proposedBy": "karin", "proposedAt": "2026-05-12T08:12:45.120934Z", """;

    private static final String DECIDED = """
            "decidedBy": "olle", "decidedAt": "2026-05-12T09:40:02.004211Z", """;

    static final String PROPOSED = REFUND + "\"state\": \"PROPOSED\"}";

    static final String APPROVED = REFUND + DECIDED + "\"state\": \"APPROVED\"}";

    static final String REJECTED = REFUND + DECIDED + "\"state\": \"REJECTED\"}";

    static final String PAGE = "{\"items\": [" + PROPOSED + "], \"next\": null}";

    static final String NEW_FILE = """
            {"executionDate": "2026-05-13"}""";

    static final String FILE = """
            {"id": "019e1b70-5a10-7d5e-8f2e-0b6f2f1b7c11", "messageId": "019e1b705a107d5e8f2e0b6f2f1b7c10",
             "executionDate": "2026-05-13", "refunds": 1, "sum": {"minor": 50000, "currency": "SEK"},
             "madeBy": "olle", "madeAt": "2026-05-12T09:41:30Z", "lapsed": 0}""";

    static final String FILES = "{\"items\": [" + FILE + "], \"next\": null}";

    static final String CONTENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
            <GrpHdr><MsgId>019e1b705a107d5e8f2e0b6f2f1b7c10</MsgId></GrpHdr></CstmrCdtTrfInitn></Document>""";

    private Examples() {}
}
