package org.reskontra.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;

/** The law of every country the platform works in. Immutable. */
public final class Rulebook {

    /** The environment variable that names a folder of law to add to what ships, or to put in its place. */
    public static final String FOLDER = "RESKONTRA_RULES";

    private static final String YAML = ".yaml";

    private static @Nullable Rulebook standard;

    private final Map<Country, RulePack> packs;

    private Rulebook(Map<Country, RulePack> packs) {
        this.packs = new LinkedHashMap<>(packs);
    }

    /**
     * The packs that ship with the platform, with the operator's folder where {@value #FOLDER} names one; read once.
     *
     * @throws PackRefused when one of them is wrong, so that a service with broken law does not start
     */
    public static synchronized Rulebook standard() {
        if (standard == null) {
            standard = read(folder(System.getenv(FOLDER)));
        }
        return standard;
    }

    /**
     * The packs that ship, with the law of a folder: in it a folder for each country, in lower case, with files that add
     * facts or change days of those that are there. A country that does not ship has its {@code pack.yaml} there too.
     */
    public static Rulebook with(Path folder) {
        return read(Optional.of(folder));
    }

    /** The law of that country; {@link NoSuchPack} where the rulebook has none. */
    public RulePack pack(Country country) {
        var pack = packs.get(country);
        if (pack == null) {
            throw new NoSuchPack(country);
        }
        return pack;
    }

    /** The law of a country whose invoices are taken in; {@link NoSuchPack} for any other. */
    public RulePack packInUse(Country country) {
        var pack = pack(country);
        if (!pack.inUse()) {
            throw new NoSuchPack(country);
        }
        return pack;
    }

    /** Every country there is a pack of, in use or not. */
    public Set<Country> countries() {
        return Set.copyOf(packs.keySet());
    }

    /** A variable that is set to nothing names no folder. */
    static Optional<Path> folder(@Nullable String variable) {
        return Optional.ofNullable(variable).filter(name -> !name.isBlank()).map(Path::of);
    }

    private static Rulebook read(Optional<Path> folder) {
        var packs = new LinkedHashMap<Country, RulePack>();
        for (var country : shippedCountries()) {
            var shipped = "packs/" + name(country) + "/";
            var head = PackFile.shipped(shipped + PackReader.HEAD);
            var files = PackReader.Head.of(head).subjects().stream()
                    .map(subject -> PackFile.shipped(shipped + subject + YAML))
                    .toList();
            var local = folder.map(path -> path.resolve(name(country)))
                    .filter(Files::isDirectory)
                    .map(Rulebook::yamlFiles)
                    .orElse(List.of());
            packs.put(country, named(PackReader.read(head, files, local), country, head));
        }
        folder.ifPresent(path -> addCountries(path, packs));
        return new Rulebook(packs);
    }

    private static List<Country> shippedCountries() {
        var root = YamlSection.of(PackFile.shipped("packs/countries.yaml"));
        var countries = root.texts("countries").stream().map(Country::new).toList();
        root.end();
        return countries;
    }

    /** Nothing in the folder goes unread: what is neither of a country that ships nor a new country is refused. */
    private static void addCountries(Path folder, Map<Country, RulePack> packs) {
        var shipped = packs.keySet().stream().map(Rulebook::name).toList();
        for (var path : list(folder)) {
            if (!Files.isDirectory(path)) {
                refuseYaml(path, "law lies in a folder of its country: move this file there");
                continue;
            }
            var head = path.resolve(PackReader.HEAD);
            if (!shipped.contains(name(path))) {
                requireHead(head);
                var pack = newPack(path, PackFile.at(head));
                packs.put(pack.country(), pack);
            } else if (Files.exists(head)) {
                throw new PackRefused(head.toString(), name(path) + " ships with the platform: leave this file out");
            }
        }
    }

    private static void requireHead(Path head) {
        if (!Files.exists(head)) {
            throw new PackRefused(
                    head.toString(), "there is no such file, and no country of that folder ships with the platform");
        }
    }

    private static RulePack newPack(Path folder, PackFile headFile) {
        var head = PackReader.Head.of(headFile);
        if (!name(head.country()).equals(name(folder))) {
            throw new PackRefused(headFile.name(), "is of " + head.country() + " in that folder");
        }
        var named = head.subjects().stream().map(subject -> subject + YAML).toList();
        for (var path : list(folder)) {
            if (!name(path).equals(PackReader.HEAD) && !named.contains(name(path))) {
                refuseYaml(path, PackReader.HEAD + " does not name this subject");
            }
        }
        var files =
                named.stream().map(name -> PackFile.at(folder.resolve(name))).toList();
        return PackReader.read(headFile, files, List.of());
    }

    private static RulePack named(RulePack pack, Country country, PackFile head) {
        if (!pack.country().equals(country)) {
            throw new PackRefused(head.name(), "is of " + pack.country() + " in that folder");
        }
        return pack;
    }

    /** In the order of their names; all but the head. */
    private static List<PackFile> yamlFiles(Path folder) {
        var files = new ArrayList<PackFile>();
        for (var path : list(folder)) {
            if (!name(path).endsWith(YAML)) {
                refuseYaml(path, "the name of a file of law ends with " + YAML);
            } else if (!name(path).equals(PackReader.HEAD)) {
                files.add(PackFile.at(path));
            }
        }
        return files;
    }

    private static void refuseYaml(Path path, String reason) {
        if (name(path).endsWith(YAML) || name(path).endsWith(".yml")) {
            throw new PackRefused(path.toString(), reason);
        }
    }

    /** In the order of their names; none that begins with a point, as the mounted folders of a cluster hold. */
    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PackRefused(folder.toString(), "there is no such folder");
        }
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> !name(path).startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new PackRefused(folder.toString(), "cannot be read: " + e.getMessage());
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String name(Country country) {
        return country.code().toLowerCase(Locale.ROOT);
    }
}
