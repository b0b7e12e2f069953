package org.reskontra.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on loopback that can be told to behave badly. */
final class Proxy implements AutoCloseable {

    /** How the way through it is. */
    enum Way {
        /** Everything passes. */
        OPEN,
        /** Connections are taken and kept, and nothing moves on them. */
        STALLED,
        /** Connections are cut, new ones at once. */
        CUT,
        /** A mail is passed on, and its sender is cut off before it hears that it was taken. */
        RECEIPT_LOST
    }

    private static final int BUFFER = 16 * 1024;
    private static final byte[] END_OF_MAIL = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Way way = Way.OPEN;

    private Proxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /** Starts on a free port before another port of this machine. */
    static Proxy before(int port) {
        try {
            var proxy = new Proxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().name("proxy-" + port).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy before port " + port, e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on the way is such. */
    void set(Way wanted) {
        synchronized (this) {
            way = wanted;
            notifyAll();
        }
        if (wanted == Way.CUT) {
            open.forEach(Proxy::cut);
        }
    }

    private synchronized Way way() {
        return way;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (way() == Way.CUT) {
                    cut(client);
                } else {
                    Thread.ofVirtual().start(() -> connect(client));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        var server = new Socket();
        open.add(server);
        try {
            awaitMovement();
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            var answers = Thread.ofVirtual().start(() -> pump(server, client, false));
            pump(client, server, true);
            answers.join();
        } catch (IOException e) {
            // the server is away: so is the client's connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            forget(client);
            forget(server);
        }
    }

    private void pump(Socket from, Socket to, boolean toServer) {
        var buffer = new byte[BUFFER];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                var now = awaitMovement();
                out.write(buffer, 0, read);
                out.flush();
                if (toServer && now == Way.RECEIPT_LOST && endsAMail(buffer, read)) {
                    cut(from);
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            cut(from);
            cut(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean endsAMail(byte[] bytes, int length) {
        int start = length - END_OF_MAIL.length;
        return start >= 0 && Arrays.equals(bytes, start, length, END_OF_MAIL, 0, END_OF_MAIL.length);
    }

    /** Waits while the way is stalled; answers what it is then. */
    private synchronized Way awaitMovement() throws InterruptedException {
        while (way == Way.STALLED) {
            wait();
        }
        return way;
    }

    private void forget(Socket socket) {
        open.remove(socket);
        cut(socket);
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is cut
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a proxy does not close", e);
        }
        set(Way.CUT);
    }
}
