package org.reskontra.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortBookTest {

    private final List<String> notices = new ArrayList<>();
    private final PortBook book = new PortBook(notices::add);

    @AfterEach
    void give_back() {
        book.close();
    }

    @Test
    void a_free_port_is_given_as_wanted() {
        int wanted = free();
        assertEquals(wanted, book.take(wanted, "invoice-service"));
        assertTrue(notices.isEmpty());
    }

    @Test
    void a_port_in_use_is_replaced_and_the_notice_names_both() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int given = book.take(somebody.getLocalPort(), "invoice-service");
            assertNotEquals(somebody.getLocalPort(), given);
            assertEquals(
                    List.of("port " + somebody.getLocalPort() + " is taken, so invoice-service listens on " + given),
                    notices);
        }
    }

    @Test
    void a_port_that_another_run_has_chosen_but_not_opened_yet_is_not_given_again() {
        int wanted = free();
        try (PortBook other = new PortBook(notices::add)) {
            assertEquals(wanted, other.take(wanted, "their invoice-service"));
            assertNotEquals(wanted, book.take(wanted, "our invoice-service"));
        }
        assertEquals(1, notices.size());
    }

    @Test
    void a_port_that_was_given_back_is_given_again() {
        int wanted = free();
        try (PortBook other = new PortBook(notices::add)) {
            other.take(wanted, "their invoice-service");
        }
        assertEquals(wanted, book.take(wanted, "our invoice-service"));
    }

    private static int free() {
        try (PortBook another = new PortBook(notice -> {})) {
            return another.any();
        }
    }
}
