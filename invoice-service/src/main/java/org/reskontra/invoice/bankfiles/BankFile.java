package org.reskontra.invoice.bankfiles;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.reskontra.contracts.Money;

/**
 * A whole and sound file, without its entries.
 *
 * @param id the bank's own: a time stamp in BgMax, the message id in camt
 * @param entries booked; transactions of a divided entry count one each
 * @param notBooked movements that the bank announces and has not booked yet; they are no entries
 * @param divided places of camt entries whose transactions add up to them, counted from 1; any other is one entry,
 *     whatever it says of its transactions
 */
public record BankFile(
        BankFormat format, String id, List<Section> sections, int entries, int notBooked, Set<Integer> divided) {

    public BankFile {
        sections = List.copyOf(sections);
        divided = Set.copyOf(divided);
    }

    /** What all entries come to, one sum a currency. */
    public List<Money> sums() {
        var sums = new Sums();
        sections.forEach(section -> section.sums().forEach(sums::add));
        return sums.all();
    }

    /** The accounts that the file tells of. */
    public List<Account> accounts() {
        return sections.stream().map(Section::account).distinct().toList();
    }

    /** The days of the sections, in their order. */
    public List<LocalDate> dates() {
        return sections.stream().map(Section::date).distinct().toList();
    }
}
