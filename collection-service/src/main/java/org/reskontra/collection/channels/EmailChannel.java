package org.reskontra.collection.channels;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.collection.channels.Outcome.Refused;
import org.reskontra.collection.channels.Outcome.Taken;
import org.reskontra.collection.channels.Outcome.Trouble;

/** Plain-text e-mail over SMTP. The Message-ID is made of the letter's id, so that a second copy is known as one. */
@ApplicationScoped
class EmailChannel implements Channel {

    private final ReactiveMailer mailer;
    private final DemandSettings settings;
    private final String domain;

    EmailChannel(
            ReactiveMailer mailer, DemandSettings settings, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.settings = settings;
        this.domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    }

    @Override
    public Uni<Outcome> send(Outgoing letter) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail(letter)))
                .ifNoItem()
                .after(settings.sendTimeout())
                .fail()
                .<Outcome>replaceWith(new Taken())
                .onFailure()
                .recoverWithItem(EmailChannel::outcome);
    }

    private Mail mail(Outgoing letter) {
        var mail = Mail.withText(
                        letter.recipient(),
                        letter.letter().subject(),
                        letter.letter().text())
                .addHeader("Message-ID", "<" + letter.id() + "@" + domain + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        return letter.replyTo() == null ? mail : mail.setReplyTo(letter.replyTo());
    }

    private static Outcome outcome(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return new Refused("the address cannot be written to");
        }
        if (failure instanceof SMTPException smtp) {
            boolean theAddress = String.valueOf(smtp.getMessage()).startsWith("recipient address not accepted");
            return smtp.isPermanent() && theAddress
                    ? new Refused("the receiving server answered " + smtp.getReplyCode())
                    : new Trouble("the mail server answered " + smtp.getReplyCode());
        }
        return new Trouble(failure.getClass().getSimpleName());
    }
}
