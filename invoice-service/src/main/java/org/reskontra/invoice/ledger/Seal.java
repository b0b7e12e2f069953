package org.reskontra.invoice.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 hash that shows whether what it was made of has been changed.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Seal(String hex) {

    private static final int DIGITS = 64;

    /** What the first link of a chain follows. */
    public static final Seal NONE = new Seal("0".repeat(DIGITS));

    public Seal {
        if (hex.length() != DIGITS || !hex.chars().allMatch(Seal::isDigit)) {
            throw new IllegalArgumentException("a seal is 64 hexadecimal digits, not " + hex);
        }
    }

    /** Of fields in their order: each as its length in bytes, a colon and its UTF-8; null as a minus sign. */
    public static Seal of(List<@Nullable String> fields) {
        var digest = sha256();
        for (var field : fields) {
            if (field == null) {
                digest.update((byte) '-');
            } else {
                var bytes = field.getBytes(UTF_8);
                digest.update((bytes.length + ":").getBytes(UTF_8));
                digest.update(bytes);
            }
        }
        return new Seal(HexFormat.of().formatHex(digest.digest()));
    }

    /** The seal of this content behind another seal: the hash of the 32 bytes of each. */
    public Seal after(Seal before) {
        var digest = sha256();
        digest.update(HexFormat.of().parseHex(before.hex));
        digest.update(HexFormat.of().parseHex(hex));
        return new Seal(HexFormat.of().formatHex(digest.digest()));
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
