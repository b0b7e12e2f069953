package org.reskontra.dunning.policies;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reskontra.contracts.Country;
import org.reskontra.dunning.letters.LetterWriter;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/** The law and the letters of every country that has a policy; a missing one keeps the service from starting. */
@ApplicationScoped
@Startup
public class Law {

    private final Map<Country, RulePack> packs;
    private final Map<Country, LetterWriter> writers;

    Law(PolicyShelf policies) {
        var countries = policies.countries();
        packs = countries.stream()
                .collect(Collectors.toMap(
                        Function.identity(), country -> Rulebook.standard().pack(country)));
        writers = countries.stream().collect(Collectors.toMap(Function.identity(), LetterWriter::shipped));
    }

    /** The newest rule pack of a case's country. */
    public RulePack of(Country country) {
        return known(packs.get(country), country);
    }

    /** Who writes letters about debts under the law of a country. */
    public LetterWriter letters(Country country) {
        return known(writers.get(country), country);
    }

    private static <T> T known(T found, Country country) {
        if (found == null) {
            throw new IllegalStateException("a case was opened under the law of " + country + ", which we do not have");
        }
        return found;
    }
}
