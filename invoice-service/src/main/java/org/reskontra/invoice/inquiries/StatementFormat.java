package org.reskontra.invoice.inquiries;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a statement can be read as. */
enum StatementFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    TEXT(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")),
    PDF(new MediaType("application", "pdf"));

    private final MediaType type;

    StatementFormat(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /**
     * What a caller likes best.
     *
     * @param accepted best first; at least one of them is one of ours
     */
    static StatementFormat of(List<MediaType> accepted) {
        for (var wanted : accepted) {
            for (var format : values()) {
                if (wanted.isCompatible(format.type)) {
                    return format;
                }
            }
        }
        return JSON;
    }
}
