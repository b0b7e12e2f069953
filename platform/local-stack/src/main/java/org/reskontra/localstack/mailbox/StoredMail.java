package org.reskontra.localstack.mailbox;

import java.util.List;

/**
 * One mail as one recipient got it.
 *
 * @param number 1, 2, 3 … in the order of arrival
 * @param to the recipient of the envelope
 * @param messageId the header Message-ID, empty when the sender gave none
 * @param text the plain text part, cut at {@link Mailbox#TEXT_LIMIT} characters
 * @param attachments file names
 */
public record StoredMail(
        long number,
        String receivedAt,
        String from,
        String to,
        String subject,
        String messageId,
        String text,
        List<String> attachments) {}
