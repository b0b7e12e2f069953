package org.reskontra.localstack.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.reskontra.localstack.Form;
import org.reskontra.localstack.Json;

/**
 * Takes every mail by SMTP, delivers none of them, and shows them as JSON over HTTP.
 *
 * <ul>
 *   <li>{@code GET /messages?to=&subject=&messageId=&limit=50}: the newest first; {@code to} and {@code messageId} match
 *       whole, {@code subject} in part
 *   <li>{@code GET /messages/count?to=&subject=&messageId=}
 *   <li>{@code DELETE /messages}
 * </ul>
 *
 * The newest {@link #KEPT} mails are kept; {@code received} counts all since the start.
 */
public final class Mailbox implements AutoCloseable {

    public static final int KEPT = 20_000;
    public static final int TEXT_LIMIT = 64 * 1024;
    private static final int PAGE_LIMIT = 1000;

    private final GreenMail smtp;
    private final HttpServer http;
    private final int kept;
    private final Deque<StoredMail> newestFirst = new ArrayDeque<>();
    private long received;

    private Mailbox(GreenMail smtp, HttpServer http, int kept) {
        this.kept = kept;
        this.smtp = smtp;
        this.http = http;
    }

    /** Starts on loopback. Ports: 0 for any. */
    public static Mailbox start(int smtpPort, int httpPort) {
        return start(smtpPort, httpPort, KEPT);
    }

    static Mailbox start(int smtpPort, int httpPort, int kept) {
        ServerSetup setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000);
        GreenMail smtp = new GreenMail(setup);
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
            Mailbox mailbox = new Mailbox(smtp, http, kept);
            smtp.start();
            smtp.getManagers().getUserManager().setMessageDeliveryHandler((message, recipient) -> {
                mailbox.store(message, recipient.getEmail());
                return new Nobody(recipient.getEmail());
            });
            http.createContext("/messages", mailbox::messages);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
            return mailbox;
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox did not start", e);
        }
    }

    public String smtpHost() {
        return "127.0.0.1";
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** The address of the HTTP side. */
    public String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/messages";
    }

    private void store(MovingMessage moving, String recipient) {
        try {
            MimeMessage message = moving.getMessage();
            StringBuilder text = new StringBuilder();
            List<String> attachments = new ArrayList<>();
            read(message, text, attachments);
            if (text.length() > TEXT_LIMIT) {
                text.setLength(TEXT_LIMIT);
            }
            synchronized (newestFirst) {
                received++;
                newestFirst.addFirst(new StoredMail(
                        received,
                        Instant.now().toString(),
                        message.getFrom() == null ? "" : message.getFrom()[0].toString(),
                        recipient,
                        orEmpty(message.getSubject()),
                        orEmpty(message.getMessageID()),
                        text.toString(),
                        List.copyOf(attachments)));
                if (newestFirst.size() > kept) {
                    newestFirst.removeLast();
                }
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("unreadable mail", e);
        }
    }

    private static void read(Part part, StringBuilder text, List<String> attachments)
            throws MessagingException, IOException {
        if (part.getFileName() != null) {
            attachments.add(part.getFileName());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                read(inner, text, attachments);
            }
        } else if (part.isMimeType("text/plain") && part.getContent() instanceof String content) {
            text.append(content);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private void messages(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (IllegalArgumentException e) {
                answer(exchange, 400, Map.of("error", String.valueOf(e.getMessage())));
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = Form.parse(exchange.getRequestURI().getRawQuery());
        String method = exchange.getRequestMethod();
        if (method.equals("DELETE") && path.equals("/messages")) {
            synchronized (newestFirst) {
                newestFirst.clear();
            }
            exchange.sendResponseHeaders(204, -1);
        } else if (!method.equals("GET")) {
            answer(exchange, 405, Map.of("error", "use GET, or DELETE /messages"));
        } else if (path.equals("/messages")) {
            answer(exchange, 200, list(query));
        } else if (path.equals("/messages/count")) {
            answer(exchange, 200, Map.of("count", count(filter(query))));
        } else {
            answer(exchange, 404, Map.of("error", "there is /messages and /messages/count"));
        }
    }

    private Map<String, Object> list(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        if (limit < 1 || limit > PAGE_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + PAGE_LIMIT);
        }
        Predicate<StoredMail> filter = filter(query);
        synchronized (newestFirst) {
            return Map.of(
                    "received", received,
                    "kept", newestFirst.size(),
                    "items", newestFirst.stream().filter(filter).limit(limit).toList());
        }
    }

    private long count(Predicate<StoredMail> filter) {
        synchronized (newestFirst) {
            return newestFirst.stream().filter(filter).count();
        }
    }

    private static Predicate<StoredMail> filter(Map<String, String> query) {
        Predicate<StoredMail> filter = mail -> true;
        String to = query.get("to");
        if (to != null) {
            filter = filter.and(mail -> mail.to().equalsIgnoreCase(to));
        }
        String messageId = query.get("messageId");
        if (messageId != null) {
            filter = filter.and(mail -> mail.messageId().equals(messageId));
        }
        String subject = query.get("subject");
        if (subject != null) {
            String part = subject.toLowerCase(Locale.ROOT);
            filter = filter.and(mail -> mail.subject().toLowerCase(Locale.ROOT).contains(part));
        }
        return filter;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        byte[] body = Json.write(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
        smtp.stop();
    }
}
