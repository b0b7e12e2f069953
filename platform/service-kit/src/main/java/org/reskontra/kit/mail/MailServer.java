package org.reskontra.kit.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.reskontra.kit.db.Contexts;

/**
 * Hands mails to the mail server by SMTP, each over a connection of its own, on threads of its own and with a time limit
 * on every wait, so that each attempt ends with an answer. The limit after the text is long (RFC 5321, section 4.5.3.2):
 * whoever gives up early sends copies.
 */
@ApplicationScoped
public class MailServer {

    /** How a connection is kept from being read: not at all, by STARTTLS or from its first byte. */
    public enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }

    private static final Logger LOG = Logger.getLogger(MailServer.class);

    private final Duration connectTimeout;
    private final Semaphore connections;
    private final Session session;
    private final Optional<String> username;
    private final Optional<String> password;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mail-", 0).factory());

    MailServer(
            @ConfigProperty(name = "reskontra.mail.host") String host,
            @ConfigProperty(name = "reskontra.mail.port") int port,
            @ConfigProperty(name = "reskontra.mail.encryption") Encryption encryption,
            @ConfigProperty(name = "reskontra.mail.username") Optional<String> username,
            @ConfigProperty(name = "reskontra.mail.password") Optional<String> password,
            @ConfigProperty(name = "reskontra.mail.connections") int connections,
            @ConfigProperty(name = "reskontra.mail.connect-timeout") Duration connectTimeout,
            @ConfigProperty(name = "reskontra.mail.answer-timeout") Duration answerTimeout) {
        this.connectTimeout = connectTimeout;
        this.connections = new Semaphore(connections, true);
        this.username = username;
        this.password = password;
        var settings = new Properties();
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", port);
        settings.put("mail.smtp.connectiontimeout", Math.toIntExact(connectTimeout.toMillis()));
        settings.put("mail.smtp.timeout", Math.toIntExact(answerTimeout.toMillis()));
        settings.put("mail.smtp.auth", username.isPresent());
        settings.put("mail.smtp.starttls.enable", encryption == Encryption.STARTTLS);
        settings.put("mail.smtp.starttls.required", encryption == Encryption.STARTTLS);
        settings.put("mail.smtp.ssl.enable", encryption == Encryption.TLS);
        settings.put("mail.smtp.ssl.checkserveridentity", true);
        settings.put("mail.smtp.quitwait", false);
        this.session = Session.getInstance(settings);
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdownNow();
    }

    /** Hands a mail over. Never fails; answers on the Vert.x context of whoever subscribes. */
    public Uni<Delivery> deliver(PlainMail mail) {
        return Uni.createFrom().emitter(emitter -> {
            var caller = Contexts.current();
            threads.execute(() -> {
                var delivery = whenThereIsRoom(mail);
                caller.execute(() -> emitter.complete(delivery));
            });
        });
    }

    private Delivery whenThereIsRoom(PlainMail mail) {
        try {
            if (!connections.tryAcquire(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Delivery.Unanswered("mail-server-busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Delivery.Unanswered("stopping");
        }
        try {
            return attempt(mail);
        } finally {
            connections.release();
        }
    }

    private Delivery attempt(PlainMail mail) {
        boolean taken = false;
        try (var transport = session.getTransport()) {
            var message = mail.message(session);
            transport.connect(username.orElse(null), password.orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
            taken = true;
            return new Delivery.Taken();
        } catch (AddressException _) {
            return new Delivery.Unusable();
        } catch (AuthenticationFailedException e) {
            LOG.errorf("the mail server does not let us in: %s", e.getMessage());
            return new Delivery.Unanswered("mail-server-refuses-login");
        } catch (MessagingException e) {
            return taken ? new Delivery.Taken() : delivery(e);
        }
    }

    private static Delivery delivery(MessagingException failure) {
        for (Exception cause = failure;
                cause instanceof MessagingException chained;
                cause = chained.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address) {
                return new Delivery.Declined(address.getReturnCode(), true);
            }
        }
        var reply = reply(failure);
        if (reply.isPresent()) {
            return new Delivery.Declined(reply.getAsInt(), false);
        }
        var cause = failure.getNextException() == null ? failure : failure.getNextException();
        LOG.warnf("the mail server does not answer: %s", cause.getClass().getName());
        return new Delivery.Unanswered("mail-server-away");
    }

    private static OptionalInt reply(MessagingException failure) {
        return switch (failure) {
            case SMTPSendFailedException sent when sent.getReturnCode() >= 400 -> OptionalInt.of(sent.getReturnCode());
            case SMTPSenderFailedException from
            when from.getReturnCode() >= 400 -> OptionalInt.of(from.getReturnCode());
            default -> OptionalInt.empty();
        };
    }
}
