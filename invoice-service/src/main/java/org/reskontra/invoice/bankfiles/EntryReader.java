package org.reskontra.invoice.bankfiles;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes through a file once, an entry at a time. */
sealed interface EntryReader permits BgMaxReader, CamtReader {

    /** Most entries of a file. */
    int MOST_ENTRIES = 500_000;

    /** Most deposits, statements or notices of a file. */
    int MOST_SECTIONS = 10_000;

    /** Most references of an entry; what comes beyond is left to its text. */
    int MOST_REFERENCES = 200;

    /** The next entry; null when the file has ended as it should. */
    @Nullable
    Entry next() throws Damaged, IOException;

    /** The file, once there is no next entry. */
    BankFile file();
}
