package org.reskontra.dunning.channels;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.reskontra.contracts.LetterId;
import org.reskontra.kit.clock.BusinessClock;

/**
 * Plain-text e-mail by SMTP. The Message-ID comes from the letter's id: a repeated mail is the same mail. A mail that the
 * server has not answered for is not repeated by this process but waited for, so that an outage makes no pile of copies.
 */
@ApplicationScoped
public class EmailChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);

    /**
     * Permanent replies (RFC 5321) that are about this recipient or this message. Every other one (authentication,
     * syntax, a closed server) is about us or our mail server: somebody has to mend it, and then the letter can go.
     */
    private static final Set<Integer> ABOUT_THE_RECIPIENT = Set.of(550, 551, 552, 553, 554, 556);

    private static final Outcome TOO_SLOW = new Outcome.Trouble("mail-server-too-slow");

    private static final Duration HOPELESS = Duration.ofMinutes(15);

    @ConfigProperty(name = "dunning.mail.from")
    String sender;

    @ConfigProperty(name = "dunning.mail.timeout")
    Duration timeout;

    static final String NAME = "EMAIL";

    private final ReactiveMailer mailer;
    private final BusinessClock clock;
    private final Map<LetterId, Attempt> underWay = new ConcurrentHashMap<>();

    EmailChannel(ReactiveMailer mailer, BusinessClock clock) {
        this.mailer = mailer;
        this.clock = clock;
    }

    /** An attempt whose outcome nobody has taken yet. */
    private static final class Attempt {

        private final Uni<Outcome> outcome;
        private final Instant since;
        private volatile boolean answered;

        Attempt(Uni<Outcome> sending, Instant since) {
            this.outcome = sending.invoke(() -> answered = true).memoize().indefinitely();
            this.since = since;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Outcome> send(Outgoing letter) {
        forgetTheHopeless();
        underWay.computeIfAbsent(letter.id(), id -> new Attempt(start(letter), clock.now()));
        return awaitOutcome(letter.id());
    }

    @Override
    public boolean isUnderWay(LetterId letter) {
        return underWay.containsKey(letter);
    }

    @Override
    public Uni<Outcome> awaitOutcome(LetterId letter) {
        var attempt = underWay.get(letter);
        if (attempt == null) {
            return Uni.createFrom().item(TOO_SLOW);
        }
        // a listener that gives up does not stop the attempt: it is memoized
        return attempt.outcome
                .invoke(() -> underWay.remove(letter, attempt))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(TOO_SLOW);
    }

    /** The mail client has no time-out of its own: an attempt that it has not ended for so long, it never will. */
    boolean isStuck() {
        return underWay.values().stream().anyMatch(this::isHopeless);
    }

    private Uni<Outcome> start(Outgoing letter) {
        if (!isAddress(letter.to())) {
            return Uni.createFrom().item(new Outcome.Refused("unusable-address"));
        }
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail(letter)))
                .<Outcome>replaceWith(new Outcome.Sent())
                .onFailure()
                .recoverWithItem(failure -> outcome(letter.id(), failure));
    }

    private static boolean isAddress(String text) {
        try {
            var _ = new EmailAddress(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private boolean isHopeless(Attempt attempt) {
        return !attempt.answered && attempt.since.isBefore(clock.now().minus(HOPELESS));
    }

    private void forgetTheHopeless() {
        underWay.values().removeIf(attempt -> attempt.since.isBefore(clock.now().minus(HOPELESS.multipliedBy(2))));
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
        LOG.warnf(
                "letter %s waits for the mail server: %s",
                letter, failure.getClass().getName());
        return new Outcome.Trouble("mail-server-away");
    }
}
