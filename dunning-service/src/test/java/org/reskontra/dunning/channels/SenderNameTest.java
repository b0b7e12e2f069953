package org.reskontra.dunning.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A creditor may be called anything; the debtor's mail program must show that name and one sender address. */
class SenderNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Ek AB                                    | Ek AB",
                "Ljus & Lampor, Ltd. (Sweden); x@y.se     | Ljus & Lampor, Ltd. (Sweden); x@y.se",
                "Ljus & Lampor, Åre AB                    | Ljus & Lampor, Åre AB",
                "Åre (Norr); Bröderna <Öst>, x@y.se       | Åre (Norr); Bröderna  Öst , x@y.se",
                "The \"Best\" \\ AB                       | The  Best  AB",
                "Östersunds Allmänna Försörjningsbolag för Värme, Vatten och Avlopp i Jämtlands län AB (publ) | Östersunds Allmänna Försörjningsbolag för Värme, Vatten och Avlopp i Jämtlands län AB (publ)",
            })
    void the_name_arrives_whole_and_hides_no_second_address(String name, String shown) throws MessagingException {
        var message = new MailMessage(
                EmailChannel.displayName(name) + " <reminders@dunning.example>",
                "debtor@example.org",
                "subject",
                "text");
        var encoded = new MailEncoder(message, "localhost").encode();
        var read = new MimeMessage(null, new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)));

        var from = List.of(read.getFrom());
        assertEquals(1, from.size());
        var sender = (InternetAddress) from.getFirst();
        assertEquals("reminders@dunning.example", sender.getAddress());
        assertEquals(shown.replaceAll(" +", " "), sender.getPersonal().replaceAll(" +", " "));
    }
}
