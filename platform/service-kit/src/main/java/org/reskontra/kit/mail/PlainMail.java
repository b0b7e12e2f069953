package org.reskontra.kit.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A mail of plain text to one person.
 *
 * @param messageId with its angle brackets; the same for every copy of the same mail
 * @param fromName who the mail is from, as shown; null: the address alone
 * @param from an address of ours
 * @param replyTo where an answer goes; null: to {@code from}
 */
public record PlainMail(
        String messageId,
        String to,
        @Nullable String fromName,
        String from,
        @Nullable String replyTo,
        String subject,
        String text) {

    /** Throws {@link AddressException} when an address is none. */
    MimeMessage message(Session session) throws MessagingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        message.setFrom(sender());
        message.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo, true)});
        }
        message.setSubject(oneLine(subject), StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(Instant.now()));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender() throws AddressException {
        var address = new InternetAddress(from, true);
        try {
            if (fromName != null) {
                address.setPersonal(oneLine(fromName), StandardCharsets.UTF_8.name());
            }
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line break in a header would start another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
