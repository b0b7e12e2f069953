package org.reskontra.kit.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says yes, or what it is told to say. Steps: CONNECT, EHLO, MAIL FROM, RCPT TO, DATA, "." and QUIT. */
final class ScriptedSmtp implements AutoCloseable {

    static final String NOTHING = "";
    static final String HANG_UP = "hang up";

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of("DATA", "354 go on", "QUIT", "221 bye"));
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    ScriptedSmtp() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    var client = door.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    void answer(String step, String answer) {
        answers.put(step, answer);
    }

    int taken() {
        return taken.get();
    }

    int connections() {
        return connections.get();
    }

    /** Of mails begun and not yet answered for. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            boolean goesOn = say(client.getOutputStream(), "CONNECT");
            for (var line = in.readLine(); goesOn && line != null; line = in.readLine()) {
                var step = step(line);
                if (step.equals("MAIL FROM")) {
                    mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
                }
                goesOn = say(client.getOutputStream(), step);
                if (step.equals("DATA") && answers.get("DATA").startsWith("354")) {
                    for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {}
                    taken.incrementAndGet();
                    now.decrementAndGet();
                    goesOn = say(client.getOutputStream(), ".");
                }
            }
        } catch (IOException _) {
            // the client has gone
        }
    }

    private boolean say(OutputStream to, String step) throws IOException {
        var answer = answers.getOrDefault(step, step.equals("CONNECT") ? "220 ready" : "250 ok");
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (!answer.equals(NOTHING)) {
            to.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            to.flush();
        }
        return true;
    }

    private static String step(String line) {
        var command = line.toUpperCase(Locale.ROOT);
        return command.startsWith("MAIL FROM") || command.startsWith("RCPT TO")
                ? command.substring(0, command.indexOf(':'))
                : command.split(" ")[0];
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
