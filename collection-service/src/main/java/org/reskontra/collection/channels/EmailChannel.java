package org.reskontra.collection.channels;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.reskontra.collection.channels.Outcome.Refused;
import org.reskontra.collection.channels.Outcome.Taken;
import org.reskontra.collection.channels.Outcome.Trouble;
import org.reskontra.kit.db.Contexts;
import org.reskontra.kit.mail.Delivery;
import org.reskontra.kit.mail.MailServer;
import org.reskontra.kit.mail.PlainMail;

/** Plain-text e-mail over SMTP. The Message-ID is made of the letter's id, so that a second copy is known as one. */
@ApplicationScoped
class EmailChannel implements Channel {

    private final MailServer server;
    private final DemandSettings settings;

    EmailChannel(MailServer server, DemandSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public Uni<Outcome> send(Outgoing letter) {
        return server.deliver(mail(letter))
                .map(EmailChannel::outcome)
                .ifNoItem()
                .after(settings.sendTimeout())
                .recoverWithItem(new Trouble("the mail server is too slow"))
                .emitOn(Contexts.current());
    }

    private PlainMail mail(Outgoing letter) {
        var from = settings.from();
        return new PlainMail(
                "<" + letter.id() + from.substring(from.indexOf('@')) + ">",
                letter.recipient(),
                null,
                from,
                letter.replyTo(),
                letter.letter().subject(),
                letter.letter().text());
    }

    private static Outcome outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken _ -> new Taken();
            case Delivery.Unusable _ -> new Refused("the address cannot be written to");
            case Delivery.Declined no
            when no.ofRecipient() && no.forGood() -> new Refused("the receiving server answered " + no.reply());
            case Delivery.Declined no -> new Trouble("the mail server answered " + no.reply());
            case Delivery.Unanswered(var reason) -> new Trouble(reason);
        };
    }
}
