package org.reskontra.dunning.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.awaitility.Awaitility;

/**
 * Stands between the service and the mailbox and speaks SMTP line by line. It refuses recipients called {@code gone…}
 * for good, puts those called {@code busy…} off, takes a mail for {@code lost…} but hangs up before it says so, keeps one
 * for {@code slow…} waiting for its confirmation, and can be switched off as a whole. The switch is a system property, because Quarkus loads test classes more than once.
 */
final class MailSwitch implements AutoCloseable {

    private static final String OFF = "dunning.test.mail.off";
    private static final String KEEP_CONFIRMING = "dunning.test.mail.confirm";

    private final ServerSocket server;

    private MailSwitch(ServerSocket server) {
        this.server = server;
    }

    static MailSwitch start() throws IOException {
        var mail = new MailSwitch(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(mail::accept);
        return mail;
    }

    static void off() {
        System.setProperty(OFF, "yes");
    }

    static void on() {
        System.clearProperty(OFF);
    }

    /** From now on mails for {@code lost…} and {@code slow…} are confirmed as well. */
    static void confirmAll() {
        System.setProperty(KEEP_CONFIRMING, "yes");
    }

    static void loseConfirmations() {
        System.clearProperty(KEEP_CONFIRMING);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void serve(Socket client) {
        int mailbox = Integer.parseInt(System.getProperty("reskontra.stack.smtp-port"));
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), mailbox)) {
            new Conversation(client, upstream).run();
        } catch (IOException e) {
            // either side hung up
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Conversation {

        private final BufferedReader fromClient;
        private final OutputStream toClient;
        private final BufferedReader fromMailbox;
        private final OutputStream toMailbox;
        private boolean loses;
        private boolean slow;

        Conversation(Socket client, Socket mailbox) throws IOException {
            fromClient = reader(client);
            toClient = client.getOutputStream();
            fromMailbox = reader(mailbox);
            toMailbox = mailbox.getOutputStream();
        }

        void run() throws IOException {
            if (isOff()) {
                send(toClient, "421 closed");
                return;
            }
            relayReply();
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (isOff()) {
                    send(toClient, "421 closed");
                    return;
                }
                var command = line.toLowerCase(Locale.ROOT);
                if (command.startsWith("rcpt to:<gone")) {
                    send(toClient, "550 5.1.1 no such user");
                } else if (command.startsWith("rcpt to:<busy")) {
                    send(toClient, "451 4.3.2 try later");
                } else {
                    loses |= command.startsWith("rcpt to:<lost");
                    slow |= command.startsWith("rcpt to:<slow");
                    send(toMailbox, line);
                    if (command.equals("data")) {
                        relayReply();
                        relayText();
                        if (slow) {
                            Awaitility.await()
                                    .atMost(World.PATIENCE)
                                    .until(() -> System.getProperty(KEEP_CONFIRMING) != null);
                        }
                        if (loses && System.getProperty(KEEP_CONFIRMING) == null) {
                            fromMailbox.readLine();
                            return;
                        }
                    }
                    relayReply();
                }
            }
        }

        private void relayText() throws IOException {
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                send(toMailbox, line);
                if (line.equals(".")) {
                    return;
                }
            }
        }

        private void relayReply() throws IOException {
            for (var line = fromMailbox.readLine(); line != null; line = fromMailbox.readLine()) {
                send(toClient, line);
                if (line.length() < 4 || line.charAt(3) != '-') {
                    return;
                }
            }
        }

        private static boolean isOff() {
            return System.getProperty(OFF) != null;
        }

        private static void send(OutputStream to, String line) throws IOException {
            to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            to.flush();
        }

        private static BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }
    }
}
