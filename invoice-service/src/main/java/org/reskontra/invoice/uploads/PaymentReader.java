package org.reskontra.invoice.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.payments.NewPayment;
import org.reskontra.invoice.uploads.ImportStore.Rejection;

/** Makes a payment of each line of a file. */
@ApplicationScoped
class PaymentReader {

    private final ObjectMapper json;
    private final Validator validator;

    PaymentReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
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
        try {
            var payment = json.readValue(Objects.requireNonNull(line.text()), NewPayment.class);
            return payment == null
                    ? unreadable(line, null, "unreadable-value", "the line holds no object")
                    : checked(line, payment);
        } catch (JsonProcessingException e) {
            return unreadable(line, null, "unreadable-value", e.getOriginalMessage());
        }
    }

    private Said checked(ImportLine line, NewPayment payment) {
        var violation = validator.validate(payment).stream().findFirst();
        if (violation.isPresent()) {
            var broken = violation.get();
            return unreadable(line, payment, "unreadable-value", broken.getPropertyPath() + " " + broken.getMessage());
        }
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
