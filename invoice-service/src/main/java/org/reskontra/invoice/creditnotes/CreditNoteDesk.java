package org.reskontra.invoice.creditnotes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.Credit;
import org.reskontra.invoice.claims.CreditNote;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.creditnotes.CreditNoteRow.Content;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.NamedInvoices;
import org.reskontra.invoice.invoicing.CreditChecked;
import org.reskontra.invoice.invoicing.CreditDraft;
import org.reskontra.invoice.invoicing.CreditDraft.Part;
import org.reskontra.invoice.invoicing.CreditRules;
import org.reskontra.invoice.invoicing.Creditable;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.invoicing.Numbering;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;

/** Issues credit notes: number, row, claim, ledger and news in one transaction. */
@ApplicationScoped
class CreditNoteDesk {

    private final CreditNoteStore notes;
    private final NamedInvoices invoices;
    private final LedgerStore ledger;
    private final ClaimDesk claims;

    CreditNoteDesk(CreditNoteStore notes, NamedInvoices invoices, LedgerStore ledger, ClaimDesk claims) {
        this.notes = notes;
        this.invoices = invoices;
        this.ledger = ledger;
        this.claims = claims;
    }

    /** Issues one; what a refused one took, its number first of all, is given back. */
    Uni<CreditNoteRow> issue(Tx tx, UUID invoice, NewCreditNote wanted) {
        return invoices.lock(tx, invoice)
                .chain(row -> notes.of(tx, invoice, Optional.empty(), CreditRules.MOST_NOTES)
                        .chain(before -> notes.takePlace(tx)
                                .chain(place -> issue(tx, row, before, Numbering.ofCreditNote(place), wanted))));
    }

    private Uni<CreditNoteRow> issue(
            Tx tx, InvoiceRow invoice, List<CreditNoteRow> before, String number, NewCreditNote wanted) {
        var draft = wanted.draft(tx.today(), invoice.currency());
        return ledger.isLocked(tx, draft.issueDate()).chain(monthLocked -> {
            var totals = totals(tx, invoice, before, draft, monthLocked);
            var note = new CreditNote(new CreditNoteId(Ids.next()), number, draft.issueDate(), wanted.reason(), totals);
            var ask = new Ask(invoice.id(), new Credit(invoice.issueDate(), note), MoneyFrom.BANK);
            return claims.decide(tx, List.of(invoice), List.of(ask))
                    .invoke(done -> {
                        if (done.getFirst().decision() instanceof Refused(var why)) {
                            throw Problem.refused(
                                    Codes.of(why), "The invoice cannot be credited", "No more was owed on it.");
                        }
                    })
                    .chain(() -> notes.add(tx, row(invoice, note, draft.part(), wanted)))
                    .chain(() -> notes.find(tx, note.id()));
        });
    }

    private static Totals totals(
            Tx tx, InvoiceRow invoice, List<CreditNoteRow> before, CreditDraft draft, boolean monthLocked) {
        var creditable = Creditable.of(
                invoice.issueDate(),
                invoice.content().prices(),
                invoice.totals(),
                before.stream().map(CreditNoteRow::totals).toList());
        return switch (CreditRules.check(creditable, draft, tx.today(), monthLocked)) {
            case CreditChecked.Issuable(var totals) -> totals;
            case CreditChecked.Malformed(var flaws) -> throw Flaws.problem(flaws);
            case CreditChecked.Refused(var why, var pointer, var detail) ->
                throw Problem.refused(
                        Codes.of(why),
                        "The invoice cannot be credited so",
                        List.of(new FieldError(pointer, Codes.of(why), detail)));
        };
    }

    private static CreditNoteStore.New row(InvoiceRow invoice, CreditNote note, Part part, NewCreditNote wanted) {
        var totals = note.totals();
        return new CreditNoteStore.New(
                note.id().value(),
                invoice.id(),
                note.number(),
                note.issueDate(),
                note.reason(),
                wanted.note(),
                invoice.currency().getCurrencyCode(),
                totals.net().minor(),
                totals.vatTotal().minor(),
                totals.rounding().minor(),
                totals.gross().minor(),
                new Content(lines(part), totals.vat()));
    }

    private static List<Line> lines(Part part) {
        return switch (part) {
            case Part.Lines(var lines) -> lines;
            case Part.Whole _, Part.Share _ -> List.of();
        };
    }
}
