package org.reskontra.dunning.channels;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.reskontra.contracts.LetterId;

/** Plain-text e-mail by SMTP. The Message-ID comes from the letter's id: a repeated mail is the same mail. */
@ApplicationScoped
public class EmailChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);

    /**
     * Permanent replies (RFC 5321) that are about this recipient or this message. Every other one (authentication,
     * syntax, a closed server) is about us or our mail server: somebody has to mend it, and then the letter can go.
     */
    private static final Set<Integer> ABOUT_THE_RECIPIENT = Set.of(550, 551, 552, 553, 554, 556);

    @ConfigProperty(name = "dunning.mail.from")
    String sender;

    @ConfigProperty(name = "dunning.mail.timeout")
    Duration timeout;

    static final String NAME = "EMAIL";

    private final ReactiveMailer mailer;

    EmailChannel(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Outcome> send(Outgoing letter) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail(letter)))
                .ifNoItem()
                .after(timeout)
                .fail()
                .<Outcome>replaceWith(new Outcome.Sent())
                .onFailure()
                .recoverWithItem(failure -> outcome(letter.id(), failure));
    }

    /** {@code <019a…@example.org>}: stable for a letter, unique among all. */
    public String messageId(LetterId letter) {
        return "<" + letter + "@" + sender.substring(sender.indexOf('@') + 1) + ">";
    }

    private Mail mail(Outgoing letter) {
        var mail = Mail.withText(
                        letter.to(), letter.letter().subject(), letter.letter().text())
                .setFrom(displayName(letter.from()) + " <" + sender + ">")
                .addHeader("Message-ID", messageId(letter.id()))
                .addHeader("Auto-Submitted", "auto-generated");
        return letter.replyTo() == null ? mail : mail.setReplyTo(letter.replyTo());
    }

    /** The mailer encodes a name beyond ASCII as it is (RFC 2047); a plain one has to be a quoted string (RFC 5322). */
    static String displayName(String name) {
        var clean = name.replaceAll("[\"\\\\<>\\p{Cntrl}]+", " ").strip();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(clean) ? '"' + clean + '"' : clean;
    }

    private static Outcome outcome(LetterId letter, Throwable failure) {
        if (failure instanceof SMTPException refused) {
            int reply = refused.getReplyCode();
            return ABOUT_THE_RECIPIENT.contains(reply)
                    ? new Outcome.Refused("smtp-" + reply)
                    : new Outcome.Trouble("smtp-" + reply);
        }
        if (failure instanceof TimeoutException) {
            return new Outcome.Trouble("mail-server-too-slow");
        }
        LOG.warnf(
                "letter %s waits for the mail server: %s",
                letter, failure.getClass().getName());
        return new Outcome.Trouble("mail-server-away");
    }
}
