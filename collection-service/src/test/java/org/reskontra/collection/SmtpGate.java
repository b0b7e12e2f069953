package org.reskontra.collection;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before the mailbox and makes the trouble that real mail servers make. The recipient says which:
 *
 * <ul>
 *   <li>{@code refused-…}: will never be taken (550)
 *   <li>{@code away-…}: is never taken, but always may be later (451)
 *   <li>{@code busy-…}: is not taken the first time (451), but the second
 *   <li>{@code silent-…}: the first letter is taken, but the line breaks before the sender can be told
 * </ul>
 */
public final class SmtpGate implements QuarkusTestResourceLifecycleManager {

    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private ServerSocket gate;

    @Override
    public int order() {
        return 100; // after the local stack, whose mail settings it replaces
    }

    @Override
    public Map<String, String> start() {
        try {
            gate = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            while (!gate.isClosed()) {
                try {
                    var client = gate.accept();
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException _) {
                    return;
                }
            }
        });
        return Map.of("reskontra.mail.host", "127.0.0.1", "reskontra.mail.port", Integer.toString(gate.getLocalPort()));
    }

    private void serve(Socket client) {
        int port = Integer.parseInt(System.getProperty("reskontra.stack.smtp-port"));
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), port);
                var fromClient = reader(client);
                var fromServer = reader(server);
                var toClient = client.getOutputStream();
                var toServer = server.getOutputStream()) {
            relay(fromClient, fromServer, writer(toClient), writer(toServer));
        } catch (IOException _) {
            // either side has gone; so does the other
        }
    }

    private void relay(BufferedReader fromClient, BufferedReader fromServer, Writer toClient, Writer toServer)
            throws IOException {
        pass(fromServer, toClient);
        String recipient = "";
        for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
            var command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT TO:")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                if (recipient.startsWith("refused-")) {
                    say(toClient, "550 5.1.1 no such mailbox");
                    continue;
                }
                if (recipient.startsWith("away-") || recipient.startsWith("busy-") && met.add(recipient)) {
                    say(toClient, "451 4.3.0 come back later");
                    continue;
                }
            }
            say(toServer, line);
            boolean data = command.equals("DATA");
            if (data) {
                pass(fromServer, toClient);
                for (var text = fromClient.readLine(); text != null; text = fromClient.readLine()) {
                    say(toServer, text);
                    if (text.equals(".")) {
                        break;
                    }
                }
                if (recipient.startsWith("silent-") && met.add(recipient)) {
                    fromServer.readLine();
                    return;
                }
            }
            pass(fromServer, toClient);
        }
    }

    /** One answer, of one line or several. */
    private static void pass(BufferedReader from, Writer to) throws IOException {
        for (var line = from.readLine(); line != null; line = from.readLine()) {
            say(to, line);
            if (line.length() < 4 || line.charAt(3) == ' ') {
                return;
            }
        }
        throw new IOException("the mailbox has gone");
    }

    private static void say(Writer to, String line) throws IOException {
        to.write(line + "\r\n");
        to.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static Writer writer(java.io.OutputStream stream) {
        return new java.io.OutputStreamWriter(stream, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void stop() {
        try {
            gate.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
