package org.reskontra.invoice.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.books.ExportStore.BalanceRow;
import org.reskontra.invoice.books.ExportStore.EntryRow;
import org.reskontra.invoice.books.ExportStore.PostingRow;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.AccountPlan;
import org.reskontra.invoice.ledger.Sie;
import org.reskontra.kit.tenants.Tenant;

/** Books as bytes of a file, a part at a time. */
sealed interface ExportFile {

    enum Format {
        SIE4("se"),
        CSV("csv");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    byte[] head(List<BalanceRow> balances);

    byte[] postings(List<PostingRow> postings);

    /** @param through the last position of the chain that is in the file */
    static ExportFile of(Format format, Tenant tenant, AccountPlan plan, LocalDate to, long through) {
        return switch (format) {
            case SIE4 -> new SieExport(tenant, plan, to, through);
            case CSV -> new CsvExport(plan);
        };
    }

    /** Postings in the tenant's own currency: a SIE file has one. */
    record SieExport(Tenant tenant, AccountPlan plan, LocalDate to, long through) implements ExportFile {

        @Override
        public byte[] head(List<BalanceRow> balances) {
            var head = new Sie.Head(
                    "Reskontra",
                    tenant.today(),
                    tenant.creditorName(),
                    tenant.organisationNumber(),
                    to.withDayOfYear(1),
                    to.withDayOfYear(to.lengthOfYear()),
                    tenant.currency(),
                    through);
            return bytes(Sie.head(
                    head,
                    balances.stream()
                            .map(row -> new Sie.Balance(
                                    plan.name(Account.of(row.account())),
                                    new Money(row.opening(), tenant.currency()),
                                    new Money(row.change(), tenant.currency())))
                            .toList()));
        }

        @Override
        public byte[] postings(List<PostingRow> postings) {
            var text = new StringBuilder();
            for (var posting : postings) {
                if (posting.entries()
                        .getFirst()
                        .currency()
                        .equals(tenant.currency().getCurrencyCode())) {
                    text.append(Sie.voucher(voucher(posting)));
                }
            }
            return bytes(text.toString());
        }

        private Sie.Voucher voucher(PostingRow posting) {
            var about = posting.invoiceNumber() == null ? "" : " " + posting.invoiceNumber();
            return new Sie.Voucher(
                    posting.position(),
                    posting.bookingDate(),
                    posting.valueDate(),
                    posting.kind() + about,
                    LocalDate.ofInstant(posting.knownAt(), tenant.zone()),
                    posting.entries().stream()
                            .map(entry -> new Sie.Row(
                                    plan.name(Account.of(entry.account())).number(), money(entry)))
                            .toList());
        }

        private static byte[] bytes(String text) {
            return text.getBytes(Sie.CHARSET);
        }
    }

    /** One line an entry, in UTF-8. */
    record CsvExport(AccountPlan plan) implements ExportFile {

        @Override
        public byte[] head(List<BalanceRow> balances) {
            return lines(csv -> csv.writeRecord(
                    "position",
                    "posting",
                    "kind",
                    "bookingDate",
                    "valueDate",
                    "knownAt",
                    "actor",
                    "invoice",
                    "payment",
                    "rule",
                    "account",
                    "title",
                    "part",
                    "amount",
                    "currency"));
        }

        @Override
        public byte[] postings(List<PostingRow> postings) {
            return lines(csv -> postings.forEach(
                    posting -> posting.entries().forEach(entry -> csv.writeRecord(fields(posting, entry)))));
        }

        private List<String> fields(PostingRow posting, EntryRow entry) {
            var account = plan.name(Account.of(entry.account()));
            return List.of(
                    Long.toString(posting.position()),
                    posting.id().toString(),
                    posting.kind(),
                    posting.bookingDate().toString(),
                    posting.valueDate().toString(),
                    posting.knownAt().toString(),
                    posting.actor(),
                    Objects.requireNonNullElse(posting.invoiceNumber(), ""),
                    Objects.toString(posting.paymentId(), ""),
                    Objects.requireNonNullElse(posting.ruleId(), ""),
                    Integer.toString(account.number()),
                    account.title(),
                    Objects.toString(entry.part(), ""),
                    money(entry).toMajor().toPlainString(),
                    entry.currency());
        }

        private static byte[] lines(Consumer<CsvWriter> writing) {
            var text = new StringWriter();
            try (var csv = CsvWriter.builder().build(text)) {
                writing.accept(csv);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString().getBytes(UTF_8);
        }
    }

    private static Money money(EntryRow entry) {
        return Money.of(entry.minor(), entry.currency());
    }
}
