package org.reskontra.invoice.inquiries;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.rest.Problem;
import org.reskontra.rulebook.explain.Language;

/** In which language somebody reads. */
final class Readers {

    private static final List<String> CODES =
            Arrays.stream(Language.values()).map(Language::code).toList();

    private Readers() {}

    /**
     * The parameter decides, then the header, as far as it names a language there is; then the customer's language.
     * English for a customer who reads another one.
     */
    static Language language(@Nullable String parameter, @Nullable String acceptLanguage, String customers) {
        return Filters.read("language", parameter, Readers::of)
                .or(() -> accepted(acceptLanguage))
                .or(() -> known(customers))
                .orElse(Language.EN);
    }

    private static Optional<Language> accepted(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(header), CODES))
                    .map(Readers::of);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("Accept-Language", "unreadable", "Name languages as in `sv, en;q=0.5`.");
        }
    }

    private static Optional<Language> known(String code) {
        return CODES.contains(code) ? Optional.of(of(code)) : Optional.empty();
    }

    private static Language of(String code) {
        return Language.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
