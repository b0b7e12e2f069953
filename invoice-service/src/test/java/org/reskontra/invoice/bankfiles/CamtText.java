package org.reskontra.invoice.bankfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes camt messages as a bank would: one statement or notice, entries in it, transactions in those. */
public final class CamtText {

    private final String type;
    private final String version;
    private final StringBuilder body = new StringBuilder();
    private String head = "";

    private CamtText(String type, String version) {
        this.type = type;
        this.version = version;
    }

    public static CamtText statement(String version) {
        return new CamtText("053", version);
    }

    public static CamtText notice(String version) {
        return new CamtText("054", version);
    }

    public static CamtText report(String version) {
        return new CamtText("052", version);
    }

    /** What stands in the statement before its entries. */
    public CamtText head(String xml) {
        head += xml;
        return this;
    }

    public CamtText balance(String code, String amount) {
        return head("<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"SEK\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-05</Dt></Dt></Bal>\n");
    }

    public CamtText entry(String amount, String side, String reference, String more) {
        return entry("SEK", amount, side, "BOOK", reference, more);
    }

    public CamtText entry(String currency, String amount, String side, String status, String reference, String more) {
        boolean coded = version.compareTo("07") > 0;
        body.append("<Ntry><Amt Ccy=\"" + currency + "\">" + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd><Sts>"
                + (coded ? "<Cd>" + status + "</Cd>" : status)
                + "</Sts><BookgDt><Dt>2026-03-05</Dt></BookgDt><ValDt><Dt>2026-03-04</Dt></ValDt>"
                + (reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
                + more + "</Ntry>\n");
        return this;
    }

    public static String details(String... transactions) {
        return "<NtryDtls>" + String.join("\n", transactions) + "</NtryDtls>";
    }

    public static String transaction(String amount, String remittance) {
        return "<TxDtls><Amt Ccy=\"SEK\">" + amount + "</Amt><RltdPties><Dbtr><Nm>Takstolar i Norr AB</Nm></Dbtr>"
                + "<DbtrAcct><Id><IBAN>SE3550000000054910000003</IBAN></Id></DbtrAcct></RltdPties><RmtInf>"
                + remittance + "</RmtInf></TxDtls>";
    }

    public static String reference(String text) {
        return "<Strd><CdtrRefInf><Ref>" + text + "</Ref></CdtrRefInf></Strd>";
    }

    public static String invoiceNumber(String text) {
        return "<Strd><RfrdDocInf><Nb>" + text + "</Nb></RfrdDocInf></Strd>";
    }

    public String text() {
        var message = switch (type) {
            case "052" -> "BkToCstmrAcctRpt";
            case "053" -> "BkToCstmrStmt";
            default -> "BkToCstmrDbtCdtNtfctn";
        };
        var part = switch (type) {
            case "052" -> "Rpt";
            case "053" -> "Stmt";
            default -> "Ntfctn";
        };
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt."
                + type
                + ".001." + version + "\">\n<" + message + ">\n<GrpHdr><MsgId>M-" + type
                + "</MsgId><CreDtTm>2026-03-05T20:00:00+01:00</CreDtTm></GrpHdr>\n<" + part
                + "><Id>S1</Id><CreDtTm>2026-03-05T20:00:00+01:00</CreDtTm>"
                + "<Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id></Acct>\n" + head + body + "</" + part + "></"
                + message + "></Document>\n";
    }

    public byte[] bytes() {
        return text().getBytes(UTF_8);
    }
}
