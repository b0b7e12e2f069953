package org.reskontra.rulebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;

/** The law of every country the platform works in. Immutable. */
public final class Rulebook {

    private static @Nullable Rulebook standard;

    private final Map<Country, RulePack> packs;

    private Rulebook(Map<Country, RulePack> packs) {
        this.packs = Map.copyOf(packs);
    }

    /**
     * The packs that ship with the platform, read once.
     *
     * @throws PackRefused when one of them is wrong, so that a service with broken law does not start
     */
    public static synchronized Rulebook standard() {
        if (standard == null) {
            standard = shipped();
        }
        return standard;
    }

    /** The law of that country; {@link NoSuchPack} where the rulebook has none. */
    public RulePack pack(Country country) {
        var pack = packs.get(country);
        if (pack == null) {
            throw new NoSuchPack(country);
        }
        return pack;
    }

    private static Rulebook shipped() {
        var packs = new LinkedHashMap<Country, RulePack>();
        for (var country : PackReader.countries(PackFile.shipped("packs/countries.yaml"))) {
            var folder = "packs/" + country.code().toLowerCase(Locale.ROOT) + "/";
            var pack = PackReader.read(
                    PackFile.shipped(folder + "rules.yaml"), PackFile.shipped(folder + "reference-rates.yaml"));
            if (!pack.country().equals(country)) {
                throw new PackRefused(folder + "rules.yaml", "country", "is " + pack.country() + " in that folder");
            }
            packs.put(country, pack);
        }
        return new Rulebook(packs);
    }
}
