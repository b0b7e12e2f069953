package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reskontra.rulebook.ConductFacts;
import org.reskontra.rulebook.ContentItem;
import org.reskontra.rulebook.Document;
import org.reskontra.rulebook.Fact;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.SenderRole;
import org.reskontra.rulebook.demands.Finding.Severity;

/**
 * Whether a reminder, a collection demand or a tratta may be sent as it is drafted (in Sweden: Debt Recovery Act 1974:182
 * ss. 1, 2, 4, 5 and 8; in Finland: Act 513/1999).
 */
public final class DemandCheck {

    private final RulePack pack;
    private final Draft draft;
    private final List<Finding> findings = new ArrayList<>();

    private DemandCheck(RulePack pack, Draft draft) {
        this.pack = pack;
        this.draft = draft;
    }

    /**
     * Everything that is wrong with the draft under the law of the day it is sent; empty where it is lawful.
     *
     * <p>Where such a document may not be sent at all, what it would have to contain and when is not asked.
     */
    public static List<Finding> check(RulePack pack, Draft draft) {
        var check = new DemandCheck(pack, draft);
        check.claim();
        if (check.allowed()) {
            check.dispute();
            check.sender();
            check.contents();
            check.words();
            check.delivery();
            check.dates();
        }
        return check.findings.stream().distinct().toList();
    }

    private boolean allowed() {
        var key = ConductFacts.allowed(draft.document());
        var allowed = said(key);
        if (allowed.isPresent() && !allowed.get()) {
            unlawful(
                    key,
                    "no " + name(draft.document()) + " may be sent to a "
                            + name(draft.recipient().debtor()));
        }
        return allowed.orElse(true);
    }

    private void claim() {
        if (draft.recipient().minor()) {
            forbidden(ConductFacts.MINOR_MAY_BE_ADDRESSED, "the debtor is a minor: a guardian must be addressed");
        }
        if (draft.claim().timeBarred()) {
            forbidden(ConductFacts.TIME_BARRED_MAY_BE_DEMANDED, "the claim has expired");
        }
    }

    private void dispute() {
        if (draft.claim().disputed()) {
            forbidden(ConductFacts.whenDisputed(draft.document()), "the debtor disputes the claim");
        }
    }

    private void sender() {
        var key = ConductFacts.licenceNeededFor(draft.document());
        var owner = draft.claim().owner();
        said(key)
                .filter(owners -> owners.contains(owner) && draft.sender() != SenderRole.LICENSED_AGENT)
                .ifPresent(
                        _ -> unlawful(key, "only a licensed agent may collect a claim of this owner: " + name(owner)));
    }

    private void contents() {
        var must = ConductFacts.mustContain(draft.document());
        for (var item : missing(said(must))) {
            unlawful(must, "it does not state: " + name(item));
        }
        var should = ConductFacts.shouldContain(draft.document());
        for (var item : missing(said(should))) {
            findings.add(new Finding(Severity.AGAINST_GOOD_PRACTICE, rule(should), "it does not state: " + name(item)));
        }
    }

    private List<ContentItem> missing(Optional<List<ContentItem>> wanted) {
        return wanted.orElse(List.of()).stream()
                .filter(this::applies)
                .filter(item -> !states(item))
                .toList();
    }

    private boolean applies(ContentItem item) {
        return switch (item) {
            case NOTICE_OF_ASSIGNMENT -> draft.claim().assigned();
            case INTEREST_AMOUNT, INTEREST_RATE, INTEREST_PERIOD, INTEREST_BASE ->
                draft.letter().claimsInterest();
            case COSTS -> draft.letter().chargesCosts();
            case CREDITOR_NAME,
                    GROUND_OF_CLAIM,
                    PRINCIPAL,
                    DEADLINE,
                    RIGHT_TO_OBJECT,
                    PAYMENT_DETAILS,
                    RIGHT_TO_SUSPEND,
                    PUBLICATION_OF_DEFAULT,
                    LATEST_PUBLICATION -> true;
        };
    }

    private boolean states(ContentItem item) {
        return item == ContentItem.DEADLINE
                ? draft.letter().deadline() != null
                : draft.letter().contains().contains(item);
    }

    private void words() {
        var key = ConductFacts.mustNotSay(draft.document());
        var phrases = said(key);
        if (phrases.isEmpty() || phrases.get().isEmpty()) {
            return;
        }
        for (var stem : TextLint.found(draft.letter().text(), phrases.get())) {
            unlawful(key, "the text says '" + stem + "': " + about(key));
        }
        var language = draft.letter().language();
        if (phrases.get().stream().noneMatch(list -> list.language().equals(language))) {
            findings.add(new Finding(
                    Severity.NEEDS_REVIEW, rule(key), "there is no list of telling words in the language " + language));
        }
    }

    private void delivery() {
        if (draft.document() == Document.COLLECTION_DEMAND && draft.letter().delivery() == Draft.Delivery.ELECTRONIC) {
            said(ConductFacts.PAPER_UNLESS_AGREED)
                    .filter(paper -> paper)
                    .ifPresent(_ -> unlawful(
                            ConductFacts.PAPER_UNLESS_AGREED, "the debtor has not agreed to demands on this way"));
        }
    }

    private void dates() {
        notBefore(
                draft.sentOn(), DemandDates.sending(pack, draft.plan(), draft.sentOn()), "it may not be sent before ");
        var deadline = draft.letter().deadline();
        if (deadline != null) {
            var debtor = draft.recipient().debtor();
            var earliest = DemandDates.deadline(pack, draft.document(), debtor, draft.sentOn());
            notBefore(deadline, earliest, "its deadline may not be before ");
        }
    }

    private void notBefore(LocalDate day, EarliestDay earliest, String what) {
        switch (earliest) {
            case EarliestDay.From(var from, var rule, var _) -> {
                if (day.isBefore(from)) {
                    findings.add(new Finding(Severity.UNLAWFUL, rule, what + from));
                }
            }
            case EarliestDay.AfterAReminder(var rule, var reason) ->
                findings.add(new Finding(Severity.UNLAWFUL, rule, reason));
            case EarliestDay.NeedsReview(var rule, var reason) ->
                findings.add(new Finding(Severity.NEEDS_REVIEW, rule, reason));
        }
    }

    private void forbidden(FactKey<Boolean> mayBe, String reason) {
        said(mayBe).filter(allowed -> !allowed).ifPresent(_ -> unlawful(mayBe, reason));
    }

    /** What the law of the day says; where it is not known, a person must look. */
    private <T> Optional<T> said(FactKey<T> key) {
        var said = pack.on(key, draft.recipient().debtor(), draft.sentOn());
        if (said.value().isEmpty()) {
            findings.add(new Finding(
                    Severity.NEEDS_REVIEW,
                    rule(key),
                    key + " is not known for " + draft.sentOn() + " (" + said.source() + ")"));
        }
        return said.value();
    }

    private void unlawful(FactKey<?> key, String reason) {
        findings.add(new Finding(Severity.UNLAWFUL, rule(key), reason));
    }

    private String rule(FactKey<?> key) {
        return pack.timeline(key, draft.recipient().debtor()).ruleId();
    }

    private String about(FactKey<?> key) {
        return pack.fact(key, draft.recipient().debtor()).map(Fact::about).orElse("");
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
