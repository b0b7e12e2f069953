package org.reskontra.invoice.uploads;

import org.reskontra.invoice.uploads.ImportStore.Kind;
import org.reskontra.kit.rest.Problem;

/** Reads files of payments. */
final class PaymentFile {

    private static final String PAYMENTS = "payments";

    private PaymentFile() {}

    /**
     * Reads one JSON object a line.
     *
     * @throws Problem 400 that says what is wrong with the file
     */
    static ImportFile read(byte[] file) {
        var lines = FileText.objects(FileText.of("/file", file), PAYMENTS);
        FileText.requireAny(lines, PAYMENTS);
        return new ImportFile(Kind.PAYMENTS, Format.NDJSON, null, lines);
    }
}
