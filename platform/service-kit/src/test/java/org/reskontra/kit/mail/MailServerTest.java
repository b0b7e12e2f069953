package org.reskontra.kit.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Multi;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MailServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ScriptedSmtp smtp;
    private MailServer server;

    @BeforeEach
    void a_mail_server() throws IOException {
        smtp = new ScriptedSmtp();
        server = new MailServer(
                "127.0.0.1",
                smtp.port(),
                MailServer.Encryption.NONE,
                Optional.empty(),
                Optional.empty(),
                4,
                Duration.ofSeconds(10),
                Duration.ofMillis(500));
    }

    @AfterEach
    void the_end() throws IOException {
        server.stop(null);
        smtp.close();
    }

    @Test
    void many_more_mails_than_connections_all_arrive_over_few_connections() {
        var deliveries = Multi.createFrom()
                .iterable(IntStream.range(0, 100).boxed().toList())
                .onItem()
                .transformToUniAndMerge(number -> server.deliver(mail("debtor" + number + "@example.org")))
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);

        assertEquals(
                100,
                deliveries.stream().filter(Delivery.Taken.class::isInstance).count());
        assertEquals(100, smtp.taken());
        assertTrue(smtp.mostAtOnce() <= 4, "at once: " + smtp.mostAtOnce());
    }

    @ParameterizedTest
    @CsvSource({"RCPT TO, 550, true", "RCPT TO, 451, true", "MAIL FROM, 553, false", "DATA, 452, false", "., 554, false"
    })
    void a_refusal_is_told_with_its_reply(String at, int reply, boolean ofRecipient) {
        smtp.answer(at, reply + " no");

        assertEquals(new Delivery.Declined(reply, ofRecipient), deliver("debtor@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "MAIL FROM", "."})
    void a_server_that_falls_silent_or_closes_is_given_up_in_time(String at) {
        smtp.answer(at, ScriptedSmtp.NOTHING);
        assertEquals(new Delivery.Unanswered("mail-server-away"), deliver("debtor@example.org"));

        smtp.answer(at, ScriptedSmtp.HANG_UP);
        assertEquals(new Delivery.Unanswered("mail-server-away"), deliver("debtor@example.org"));
    }

    @Test
    void a_mail_that_was_taken_is_taken_even_when_the_goodbye_fails() {
        smtp.answer("QUIT", ScriptedSmtp.HANG_UP);

        assertEquals(new Delivery.Taken(), deliver("debtor@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "", "two@example.org, more@example.org", "a@b\r\nBcc: c@example.org"})
    void what_is_no_address_is_not_tried(String address) {
        assertEquals(new Delivery.Unusable(), deliver(address));
        assertEquals(0, smtp.connections());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ek AB",
                "Ljus & Lampor, Ltd. (Sweden); x@y.se",
                "Åre (Norr); Bröderna <Öst>, x@y.se",
                "The \"Best\" \\ AB",
                "Östersunds Allmänna Försörjningsbolag för Värme, Vatten och Avlopp i Jämtlands län AB (publ)",
            })
    void a_name_arrives_whole_and_hides_no_second_address(String name) throws MessagingException, IOException {
        var from = sent(name, "subject").getFrom();

        assertEquals(1, from.length);
        assertEquals(new InternetAddress("us@example.com"), from[0]);
        assertEquals(name, ((InternetAddress) from[0]).getPersonal());
    }

    @Test
    void a_line_break_starts_no_header() throws MessagingException, IOException {
        var sent = sent("Ek\r\nBcc: thief@example.org", "Hej\nBcc: thief@example.org");

        assertEquals(1, sent.getAllRecipients().length);
        assertEquals("Ek Bcc: thief@example.org", ((InternetAddress) sent.getFrom()[0]).getPersonal());
        assertEquals("Hej Bcc: thief@example.org", sent.getSubject());
    }

    @Test
    void the_message_id_is_ours_and_the_text_comes_back_as_it_was() throws MessagingException, IOException {
        var sent = sent("Ek AB", "Påminnelse");

        assertEquals("<letter@example.com>", sent.getMessageID());
        assertEquals("Påminnelse", sent.getSubject());
        assertEquals("12 500,00\u00a0kr på räkning", sent.getContent());
    }

    private Delivery deliver(String to) {
        return server.deliver(mail(to)).await().atMost(PATIENCE);
    }

    private static PlainMail mail(String to) {
        return new PlainMail("<letter@example.com>", to, "Ek AB", "us@example.com", null, "subject", "text");
    }

    private static MimeMessage sent(String name, String subject) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        var session = Session.getInstance(new Properties());
        new PlainMail(
                        "<letter@example.com>",
                        "debtor@example.org",
                        name,
                        "us@example.com",
                        null,
                        subject,
                        "12 500,00\u00a0kr på räkning")
                .message(session)
                .writeTo(bytes);
        return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
    }
}
