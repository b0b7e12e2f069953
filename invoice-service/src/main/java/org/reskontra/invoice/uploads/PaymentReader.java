package org.reskontra.invoice.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.payments.NewPayment;
import org.reskontra.invoice.uploads.ImportStore.Rejection;
import org.reskontra.invoice.uploads.LineJson.Content;

/** Makes a payment of each line of a file. */
@ApplicationScoped
class PaymentReader {

    private final LineJson json;

    PaymentReader(LineJson json) {
        this.json = json;
    }

    /** What a line says. */
    sealed interface Said {

        record Paid(int line, NewPayment payment) implements Said {}

        record Unreadable(Rejection rejection) implements Said {}
    }

    Said read(ImportLine line) {
        if (line.broken() != null) {
            return unreadable(line, null, "broken-line", line.broken());
        }
        return switch (json.read(Objects.requireNonNull(line.text()), NewPayment.class)) {
            case Content.Sound<NewPayment>(var payment) -> checked(line, payment);
            case Content.Invalid<NewPayment>(var payment, var reason) ->
                unreadable(line, payment, "unreadable-value", reason);
            case Content.Unreadable<NewPayment>(var reason) -> unreadable(line, null, "unreadable-value", reason);
        };
    }

    private static Said checked(ImportLine line, NewPayment payment) {
        return payment.flaws().stream()
                .findFirst()
                .map(flaw -> unreadable(line, payment, flaw.code(), flaw.pointer() + ": " + flaw.detail()))
                .orElseGet(() -> new Said.Paid(line.line(), payment));
    }

    private static Said unreadable(ImportLine line, @Nullable NewPayment payment, String code, String reason) {
        return new Said.Unreadable(
                new Rejection(line.line(), payment == null ? null : payment.reference(), code, reason));
    }
}
