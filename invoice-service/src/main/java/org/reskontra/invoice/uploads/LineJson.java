package org.reskontra.invoice.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

/** Lines that are JSON objects. */
@ApplicationScoped
class LineJson {

    private final ObjectMapper json;
    private final Validator validator;

    LineJson(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What a line holds. */
    sealed interface Content<T> {

        record Sound<T>(T value) implements Content<T> {}

        /** An object that lacks something, or says something that cannot be. */
        record Invalid<T>(T value, String reason) implements Content<T> {}

        record Unreadable<T>(String reason) implements Content<T> {}
    }

    <T> Content<T> read(String text, Class<T> type) {
        try {
            var value = json.readValue(text, type);
            if (value == null) {
                return new Content.Unreadable<>("the line holds no object");
            }
            return validator.validate(value).stream()
                    .findFirst()
                    .<Content<T>>map(violation ->
                            new Content.Invalid<>(value, violation.getPropertyPath() + " " + violation.getMessage()))
                    .orElseGet(() -> new Content.Sound<>(value));
        } catch (JsonProcessingException e) {
            return new Content.Unreadable<>(e.getOriginalMessage());
        }
    }
}
