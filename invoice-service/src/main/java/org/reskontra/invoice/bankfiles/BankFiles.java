package org.reskontra.invoice.bankfiles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of a bank in two goes: {@link #check} goes through the whole file and says whether it can be booked;
 * {@link #entries} goes through a sound one again and gives its entries in bounded lists, so that no file has to fit in
 * memory.
 */
public final class BankFiles {

    private static final int SIGNS_THAT_TELL = 64;
    private static final int LONGEST_BYTE_ORDER_MARK = 4;

    private BankFiles() {}

    /** What a file is. */
    public sealed interface Checked {

        record Sound(BankFile file) implements Checked {}

        record Broken(Damage damage) implements Checked {}
    }

    /** Goes through a file: its structure, counts, sums and whose accounts they are. */
    public static Checked check(InputStream in, Owner owner) throws IOException {
        try {
            var reader = reader(in, null);
            while (reader.next() != null) {
                // its entries are for later
            }
            var file = reader.file();
            requireAllowed(file, owner);
            return new Checked.Sound(file);
        } catch (Damaged e) {
            return new Checked.Broken(e.damage());
        } catch (ArithmeticException _) {
            return new Checked.Broken(
                    new Damage(0, "the sums", "amount-too-large", "The amounts are beyond what any bank holds."));
        }
    }

    /** The entries of a file that was found sound. */
    public static Entries entries(InputStream in, BankFile file) throws IOException {
        try {
            return new Entries(reader(in, file));
        } catch (Damaged e) {
            throw changed(e);
        }
    }

    /** The entries of a file, some at a time. */
    public static final class Entries {

        private final EntryReader reader;

        private Entries(EntryReader reader) {
            this.reader = reader;
        }

        /** The next entries, at most so many; none at the end. */
        public List<Entry> next(int most) throws IOException {
            try {
                var entries = new ArrayList<Entry>();
                for (var entry = reader.next(); entry != null; entry = reader.next()) {
                    entries.add(entry);
                    if (entries.size() == most) {
                        break;
                    }
                }
                return entries;
            } catch (Damaged e) {
                throw changed(e);
            }
        }
    }

    private static IllegalStateException changed(Damaged e) {
        return new IllegalStateException("a sound file is broken at its second reading", e);
    }

    private static EntryReader reader(InputStream in, @Nullable BankFile known) throws IOException, Damaged {
        var file = new LeftOpen(in);
        skipByteOrderMark(file);
        var begin = begin(file);
        if (begin.startsWith("01BGMAX")) {
            return new BgMaxReader(file, known == null ? List.of() : known.sections());
        }
        int opening = begin.indexOf('<');
        if (opening >= 0 && opening < LONGEST_BYTE_ORDER_MARK) {
            return CamtReader.of(file, known == null ? null : known.divided());
        }
        throw new Damaged(
                1,
                "the beginning",
                begin.isBlank() ? "empty" : "unknown-format",
                begin.isBlank()
                        ? "The file is empty."
                        : "It is neither BgMax (beginning 01BGMAX) nor camt.053 or camt.054 (XML).");
    }

    /** A stream that its opener closes: a reader of XML would close it at the end of the document. */
    private static final class LeftOpen extends BufferedInputStream {

        LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // not ours
        }
    }

    private static void skipByteOrderMark(BufferedInputStream file) throws IOException {
        file.mark(3);
        if (file.read() != 0xEF || file.read() != 0xBB || file.read() != 0xBF) {
            file.reset();
        }
    }

    private static String begin(BufferedInputStream file) throws IOException {
        file.mark(SIGNS_THAT_TELL);
        var begin = new String(file.readNBytes(SIGNS_THAT_TELL), StandardCharsets.ISO_8859_1);
        file.reset();
        return begin.stripLeading();
    }

    private static void requireAllowed(BankFile file, Owner owner) throws Damaged {
        if (file.format() == BankFormat.CAMT_052 && !owner.intraday()) {
            throw new Damaged(
                    0,
                    "the message",
                    "intraday",
                    "camt.052 tells what may still change during the day. Send the day's camt.053 or camt.054, or"
                            + " allow intraday booking.");
        }
        for (int i = 0; i < file.sections().size(); i++) {
            var account = file.sections().get(i).account();
            if (!owner.has(account)) {
                throw new Damaged(
                        0,
                        (file.format() == BankFormat.BGMAX ? "deposit " : "statement ") + (i + 1),
                        "another-account",
                        "It is about " + account + ", which is not yours; yours: " + owner.written() + ".");
            }
        }
    }
}
