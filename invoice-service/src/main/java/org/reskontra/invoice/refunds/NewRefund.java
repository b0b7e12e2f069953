package org.reskontra.invoice.refunds;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.flaws.Notes;
import org.reskontra.rulebook.identifiers.GiroNumbers;
import org.reskontra.rulebook.identifiers.Iban;

/** Money that a clerk wants to go back. */
@Schema(name = "NewRefund")
public record NewRefund(
        @NotNull @Schema(description = "Whose excess it is, or which is on no invoice")
        UUID paymentId,

        @Nullable
        @Schema(description = "All that is held of it when left out; of money on no invoice nothing else will do")
        Money amount,

        @NotNull @Valid Creditor creditor,

        @Nullable @Size(max = 500) @Schema(description = "For colleagues; the bank is not told")
        String note) {

    /** Who gets it: one of the two numbers. */
    @Schema(name = "RefundCreditor", description = "Who gets it, and one of the two numbers")
    public record Creditor(
            @NotBlank @Size(max = 140) String name,

            @Nullable @Schema(examples = "SE4550000000058398257466")
            String iban,

            @Nullable @Schema(examples = "991-2346") String bankgiro) {

        /** Numbers as the bank reads them; without flaws. */
        Creditor normalised() {
            return new Creditor(
                    name,
                    iban != null && Iban.parse(iban) instanceof Iban.Parsed.Valid(var number)
                            ? number.normalised()
                            : null,
                    bankgiro != null
                                    && GiroNumbers.parseBankgiro(bankgiro)
                                            instanceof GiroNumbers.Parsed.Valid(var number)
                            ? number.digits()
                            : null);
        }
    }

    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (amount != null && !amount.isPositive()) {
            flaws.add(new Flaw("/amount", "not-positive", "A refund is more than nothing."));
        }
        if (Flaw.holdsControlSigns(creditor.name())) {
            flaws.add(new Flaw("/creditor/name", "control-signs", "A name has no control signs."));
        }
        if ((creditor.iban() == null) == (creditor.bankgiro() == null)) {
            flaws.add(new Flaw("/creditor/iban", "one-of", "Give iban or bankgiro, and not both."));
        }
        if (creditor.iban() != null && Iban.parse(creditor.iban()) instanceof Iban.Parsed.Invalid(var reason)) {
            flaws.add(new Flaw("/creditor/iban", "iban", reason));
        }
        if (creditor.bankgiro() != null
                && GiroNumbers.parseBankgiro(creditor.bankgiro()) instanceof GiroNumbers.Parsed.Invalid(var reason)) {
            flaws.add(new Flaw("/creditor/bankgiro", "bankgiro", reason));
        }
        flaws.addAll(Notes.line(note));
        return flaws;
    }
}
