package org.reskontra.acceptance.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What reached the debtors: reads the local mailbox. */
public final class Letterbox {

    private static final int MOST_PER_DEBTOR = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    /** Reads the mailbox at an HTTP address. */
    public Letterbox(String address) {
        this.address = address;
    }

    /**
     * A mail as its recipient got it.
     *
     * @param messageId with its angle brackets
     */
    public record Mail(String to, String messageId, String subject, String text) {

        /** The letter it carries: what stands before the @ of its id. */
        public String letter() {
            int at = messageId.indexOf('@');
            return messageId.startsWith("<") && at > 0 ? messageId.substring(1, at) : messageId;
        }
    }

    /** Everything that these debtors got, each one's oldest first. */
    public List<Mail> of(List<String> debtors) {
        var mails = new ArrayList<Mail>();
        for (var debtor : debtors) {
            mails.addAll(of(debtor));
        }
        return mails;
    }

    private List<Mail> of(String debtor) {
        var newestFirst = get(address + "?limit=" + MOST_PER_DEBTOR + "&to="
                        + URLEncoder.encode(debtor, StandardCharsets.UTF_8))
                .get("items");
        var mails = new ArrayList<Mail>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            var mail = newestFirst.get(i);
            mails.add(new Mail(
                    mail.get("to").asText(),
                    mail.get("messageId").asText(),
                    mail.get("subject").asText(),
                    mail.get("text").asText()));
        }
        return mails;
    }

    private JsonNode get(String url) {
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the mailbox answers " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the mailbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading mail", e);
        }
    }
}
