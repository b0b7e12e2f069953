package org.reskontra.localstack.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.localstack.Json;

class MailboxTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Mailbox mailbox = Mailbox.start(0, 0, 3);

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void the_newest_mails_are_kept_and_all_are_counted() throws Exception {
        for (int number = 1; number <= 5; number++) {
            send("debtor" + number + "@example.org", "Reminder " + number);
        }
        JsonNode list = get("");
        assertEquals(5, list.get("received").asInt());
        assertEquals(3, list.get("kept").asInt());
        assertEquals("Reminder 5", list.get("items").get(0).get("subject").asText());
        assertEquals("Reminder 3", list.get("items").get(2).get("subject").asText());
    }

    @Test
    void a_question_narrows_the_answer() throws Exception {
        send("a@example.org", "Reminder for invoice 1");
        send("b@example.org", "Reminder for invoice 2");
        send("a@example.org", "Collection demand");
        assertEquals(2, get("?to=A@example.org").get("items").size());
        assertEquals(2, get("?subject=reminder").get("items").size());
        assertEquals(1, get("?limit=1").get("items").size());
        assertEquals(
                1, get("/count?to=a@example.org&subject=demand").get("count").asInt());
    }

    @Test
    void it_can_be_emptied() throws Exception {
        send("a@example.org", "Reminder");
        assertEquals(204, ask("DELETE", "").statusCode());
        assertEquals(0, get("/count").get("count").asInt());
    }

    @ParameterizedTest
    @CsvSource({"GET,?limit=0,400", "GET,?limit=many,400", "GET,/nothing,404", "POST,'',405"})
    void a_wrong_question_is_refused(String method, String path, int status) throws Exception {
        assertEquals(status, ask(method, path).statusCode());
    }

    private void send(String to, String subject) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", mailbox.smtpHost());
        settings.put("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("invoices@creditor.example");
        mail.setRecipients(RecipientType.TO, to);
        mail.setSubject(subject);
        mail.setText("text");
        Transport.send(mail);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = ask("GET", path);
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.read(answer.body());
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(mailbox.address() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
