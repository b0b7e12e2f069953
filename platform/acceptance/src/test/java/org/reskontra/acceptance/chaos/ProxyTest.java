package org.reskontra.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.chaos.Proxy.Way;

/** The proxy before a server that says everything back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProxyTest {

    private static final int BRIEFLY_MILLIS = 200;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private Proxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = Proxy.before(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void an_open_way_lets_everything_through() throws IOException {
        try (var client = connect()) {
            say(client, "hello");
            assertHears(client, "hello");
        }
    }

    @Test
    void on_a_stalled_way_nothing_moves_until_it_is_open_again() throws IOException {
        try (var client = connect()) {
            proxy.set(Way.STALLED);
            say(client, "hello");
            client.setSoTimeout(BRIEFLY_MILLIS);
            assertThrows(
                    SocketTimeoutException.class, () -> client.getInputStream().read());

            proxy.set(Way.OPEN);
            client.setSoTimeout(0);
            assertHears(client, "hello");
        }
    }

    @Test
    void a_cut_way_ends_connections_and_new_ones_at_once() throws IOException {
        try (var client = connect()) {
            say(client, "hello");
            assertHears(client, "hello");
            proxy.set(Way.CUT);
            assertEnds(client);
        }
        try (var client = connect()) {
            assertEnds(client);
        }
    }

    @Test
    void a_lost_receipt_leaves_the_mail_with_the_server_and_its_sender_without_an_answer() throws Exception {
        proxy.set(Way.RECEIPT_LOST);
        try (var client = connect()) {
            say(client, "DATA\r\n");
            assertHears(client, "DATA\r\n");
            assertEquals("DATA\r\n", received.poll(10, TimeUnit.SECONDS));
            say(client, "Dear debtor\r\n.\r\n");
            assertEquals("Dear debtor\r\n.\r\n", received.poll(10, TimeUnit.SECONDS));
            assertEnds(client);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertHears(Socket client, String text) throws IOException {
        assertArrayEquals(
                text.getBytes(StandardCharsets.US_ASCII),
                client.getInputStream().readNBytes(text.length()));
    }

    /** By an orderly end or by a reset. */
    private static void assertEnds(Socket client) {
        int read;
        try {
            read = client.getInputStream().read();
        } catch (IOException reset) {
            read = -1;
        }
        assertEquals(-1, read);
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket socket) {
        var buffer = new byte[1024];
        try (socket) {
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                received.add(new String(buffer, 0, read, StandardCharsets.US_ASCII));
                socket.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException gone) {
            // nobody hears the echo
        }
    }
}
