package org.reskontra.dunning.channels;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.LetterId;
import org.reskontra.kit.clock.BusinessClock;
import org.reskontra.kit.db.Contexts;
import org.reskontra.kit.mail.Delivery;
import org.reskontra.kit.mail.MailServer;
import org.reskontra.kit.mail.PlainMail;

/**
 * Plain-text e-mail by SMTP. The Message-ID comes from the letter's id: a repeated mail is the same mail. A mail that the
 * server has not answered for is not repeated by this process but waited for, so that an outage makes no pile of copies.
 */
@ApplicationScoped
public class EmailChannel implements Channel {

    /**
     * Permanent replies (RFC 5321) that are about this recipient or this message. Every other one (authentication,
     * syntax, a closed server) is about us or our mail server: somebody has to mend it, and then the letter can go.
     */
    private static final Set<Integer> ABOUT_THE_RECIPIENT = Set.of(550, 551, 552, 553, 554, 556);

    private static final Outcome TOO_SLOW = new Outcome.Trouble("mail-server-too-slow");

    /** Longer than any attempt lasts: an outcome that nobody has asked for by then is asked for by nobody. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    @ConfigProperty(name = "dunning.mail.from")
    String sender;

    @ConfigProperty(name = "dunning.mail.timeout")
    Duration timeout;

    static final String NAME = "EMAIL";

    private final MailServer server;
    private final BusinessClock clock;
    private final Map<LetterId, Attempt> underWay = new ConcurrentHashMap<>();

    EmailChannel(MailServer server, BusinessClock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** An attempt whose outcome nobody has taken yet. */
    private record Attempt(Uni<Outcome> outcome, Instant since) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Outcome> send(Outgoing letter) {
        var now = clock.now();
        underWay.values().removeIf(attempt -> attempt.since().isBefore(now.minus(FORGOTTEN)));
        underWay.computeIfAbsent(
                letter.id(), id -> new Attempt(attempt(letter).memoize().indefinitely(), now));
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
        // a listener that gives up does not stop the attempt: it is memoized, and answers its first listener's context
        return attempt.outcome()
                .invoke(() -> underWay.remove(letter, attempt))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(TOO_SLOW)
                .emitOn(Contexts.current());
    }

    private Uni<Outcome> attempt(Outgoing letter) {
        return server.deliver(mail(letter)).map(EmailChannel::outcome);
    }

    /** {@code <019a…@example.org>}: stable for a letter, unique among all. */
    public String messageId(LetterId letter) {
        return "<" + letter + "@" + sender.substring(sender.indexOf('@') + 1) + ">";
    }

    private PlainMail mail(Outgoing letter) {
        return new PlainMail(
                messageId(letter.id()),
                letter.to(),
                letter.from(),
                sender,
                letter.replyTo(),
                letter.letter().subject(),
                letter.letter().text());
    }

    private static Outcome outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken _ -> new Outcome.Sent();
            case Delivery.Unusable _ -> new Outcome.Refused("unusable-address");
            case Delivery.Declined no
            when ABOUT_THE_RECIPIENT.contains(no.reply()) -> new Outcome.Refused("smtp-" + no.reply());
            case Delivery.Declined no -> new Outcome.Trouble("smtp-" + no.reply());
            case Delivery.Unanswered(var reason) -> new Outcome.Trouble(reason);
        };
    }
}
