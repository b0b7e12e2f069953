package org.reskontra.localstack.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The server's binaries for this machine. A class path may hold the same jar twice, once from the build and once beside
 * the program; the first one found is as good as the other.
 */
final class BundledPostgres implements PgBinaryResolver {

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        String hardware = switch (machineHardware.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machineHardware;
        };
        String name = "/postgres-" + system.toLowerCase(Locale.ROOT) + "-" + hardware + ".txz";
        InputStream binaries = BundledPostgres.class.getResourceAsStream(name);
        if (binaries == null) {
            throw new IOException("no PostgreSQL for " + system + " on " + machineHardware + " is bundled");
        }
        return binaries;
    }
}
